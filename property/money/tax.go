package money

import "math/bits"

// TaxWithin splits an amount that includes value-added tax (含税价) into net and tax.
//
// Rounding: net = gross / (1 + rate) once, to one least unit, half away from zero;
// tax = gross − net, so that the two always add up. Negative amounts mirror.
// Source: DOMAIN-CN 1.9, EX-116.
func TaxWithin(gross Amount, rate Rate) (net, tax Amount, err error) {
	hi, lo := bits.Mul64(magnitude(gross.minor), oneMicro)
	n, err := HalfUp().Ratio(hi, lo, oneMicro+uint64(rate.n), gross.minor < 0)
	if err != nil {
		return Amount{}, Amount{}, err
	}
	return Amount{n, gross.code}, Amount{gross.minor - n, gross.code}, nil
}

// TaxOn returns the value-added tax on an amount without it (不含税价).
//
// Rounding: once, to one least unit, half away from zero.
// Errors: an [*OverflowError].
func TaxOn(net Amount, rate Rate) (tax Amount, err error) {
	hi, lo := bits.Mul64(magnitude(net.minor), uint64(rate.n))
	n, err := HalfUp().Ratio(hi, lo, oneMicro, net.minor < 0)
	if err != nil {
		return Amount{}, taxOverflow(net, rate)
	}
	return Amount{n, net.code}, nil
}

// ReducedTaxWithin splits an amount that includes value-added tax where the tax is
// found at one rate and levied at a lower one (减按计征): 3500.00 / 1.05 × 1.5 %.
//
// Rounding: tax = gross × levy / (1 + rate) once, to one least unit, half away from
// zero; net = gross − tax.
// Errors: an [*OverflowError].
// Source: DOMAIN-CN 1.9, EX-116, an individual letting a dwelling.
func ReducedTaxWithin(gross Amount, rate, levy Rate) (net, tax Amount, err error) {
	hi, lo := bits.Mul64(magnitude(gross.minor), uint64(levy.n))
	n, err := HalfUp().Ratio(hi, lo, oneMicro+uint64(rate.n), gross.minor < 0)
	if err != nil {
		return Amount{}, Amount{}, taxOverflow(gross, levy)
	}
	tax = Amount{n, gross.code}
	net, err = gross.Sub(tax)
	if err != nil {
		return Amount{}, Amount{}, err
	}
	return net, tax, nil
}

func taxOverflow(a Amount, rate Rate) error {
	return &OverflowError{Op: "tax", A: a.String(), B: rate.String()}
}
