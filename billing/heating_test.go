package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/policy"
)

// stopped is the heating charge with 30 % for who applies 30 days before the season.
func stopped() billing.Tariff {
	t := heat()
	t.Reliefs = &billing.Reliefs{Suspension: &billing.SuspensionRelief{Charge: celsius("0.3"), NoticeDays: 30}}
	return t
}

func stop(start, end, applied string) billing.Suspension {
	return billing.Suspension{Unit: "1-0803", Tariff: "heat", Period: period(start, end), AppliedOn: day(applied)}
}

func TestSuspension(t *testing.T) {
	wholeOnly := func(t *billing.Tariff) { t.Reliefs.Suspension.WholeOnly = true }
	none := func(*billing.Tariff) {}
	for _, tt := range []struct {
		name   string
		change func(*billing.Tariff)
		stops  []billing.Suspension
		want   string
	}{
		{"no stop", none, nil, "2148.72"},
		{"30 days before", none, []billing.Suspension{stop("2025-11-15", "2026-03-16", "2025-10-16")}, "644.62"}, // EX-221: 644.616
		{"29 days before", none, []billing.Suspension{stop("2025-11-15", "2026-03-16", "2025-10-17")}, "2148.72"},
		{"until further notice, years ago", none, []billing.Suspension{stop("2023-06-01", "", "2023-05-20")}, "644.62"},
		{"of another season", none, []billing.Suspension{stop("2024-11-15", "2025-03-16", "2024-09-01")}, "2148.72"},
		// 74 days at 30 %: 2148.72 × (47 + 22.2)/121 = 1228.855…
		{"from New Year's Day", none, []billing.Suspension{stop("2026-01-01", "", "2025-09-01")}, "1228.85"},
		{"from New Year's Day, whole seasons only", wholeOnly, []billing.Suspension{stop("2026-01-01", "", "2025-09-01")}, "2148.72"},
		{"all but the last day, whole seasons only", wholeOnly, []billing.Suspension{stop("2025-11-01", "2026-03-15", "2025-09-01")}, "2148.72"},
		{"two that meet, whole seasons only", wholeOnly, []billing.Suspension{
			stop("2025-11-01", "2026-01-01", "2025-09-01"), stop("2026-01-01", "2026-04-01", "2025-10-16"),
		}, "644.62"},
		{"two that meet, the second too late", wholeOnly, []billing.Suspension{
			stop("2025-11-01", "2026-01-01", "2025-09-01"), stop("2026-01-01", "2026-04-01", "2025-10-17"),
		}, "2148.72"},
		{"free", func(t *billing.Tariff) {
			t.Reliefs.Suspension = &billing.SuspensionRelief{Free: true, NoticeDays: 30}
		}, []billing.Suspension{stop("2023-06-01", "", "2023-05-20")}, "0.00"},
		{"no notice is asked for", func(t *billing.Tariff) { t.Reliefs.Suspension.NoticeDays = 0 }, []billing.Suspension{
			stop("2025-11-15", "", "2025-11-15"),
		}, "644.62"},
		{"no notice is asked for, and it is a day late", func(t *billing.Tariff) { t.Reliefs.Suspension.NoticeDays = 0 }, []billing.Suspension{
			stop("2025-11-15", "", "2025-11-16"),
		}, "2148.72"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tariff := stopped()
			tt.change(&tariff)
			got := inMonth(t, home(), bookOf(tariff), billing.Facts{Suspensions: tt.stops}, "2025-11")
			require.Equal(t, map[string]string{"1-0803": tt.want}, totals(got))
		})
	}
}

// TestSuspensionByPolicy takes the part and the notice of the place, as they stand when the season begins.
func TestSuspensionByPolicy(t *testing.T) {
	tariff := heat()
	tariff.Reliefs = &billing.Reliefs{Suspension: &billing.SuspensionRelief{Policy: "stop"}}
	row := func(key, value, region, from string) policy.Row {
		r := policy.Row{Key: "stop." + key, Value: value, Region: region, Source: "条例"}
		if from != "" {
			r.From = day(from)
		}
		return r
	}
	facts := billing.Facts{Suspensions: []billing.Suspension{stop("2023-06-01", "", "2025-10-20")}}
	for name, tt := range map[string]struct {
		rows []policy.Row
		want string
	}{
		"no row":                       {nil, "2148.72"},
		"another place":                {[]policy.Row{row("charge", "0.3", "37", "")}, "2148.72"},
		"half":                         {[]policy.Row{row("charge", "0.5", "33", "")}, "1074.36"},
		"nothing":                      {[]policy.Row{row("charge", "0", "33", "")}, "0.00"},
		"half from the first day":      {[]policy.Row{row("charge", "0.5", "33", "2025-11-15")}, "1074.36"},
		"half from the second day":     {[]policy.Row{row("charge", "0.5", "33", "2025-11-16")}, "2148.72"},
		"15 days before":               {[]policy.Row{row("charge", "0.5", "33", ""), row("noticeDays", "15", "3301", "")}, "1074.36"},
		"30 days before, and too late": {[]policy.Row{row("charge", "0.5", "33", ""), row("noticeDays", "30", "3301", "")}, "2148.72"},
	} {
		t.Run(name, func(t *testing.T) {
			facts.Policies = tt.rows
			require.Equal(t, tt.want, totals(inMonth(t, home(), bookOf(tariff), facts, "2025-11"))["1-0803"])
		})
	}
	for _, rows := range [][]policy.Row{
		{row("charge", "30%", "", "")},
		{row("charge", "1.1", "", "")},
		{row("charge", "-0.3", "", "")},
		{row("charge", "0.3", "", ""), row("noticeDays", "P30D", "", "")},
		{row("charge", "0.3", "", ""), row("noticeDays", "-1", "", "")},
	} {
		reg, err := home().Build()
		require.NoError(t, err)
		_, err = billing.Prepare(reg, bookOf(tariff), billing.Facts{Policies: rows}, civil.MustParseMonth("2025-11"))
		require.ErrorIs(t, err, billing.ErrSuspensionPolicy)
	}
}

// rebated is the heating charge with what Linyi and Shandong give back.
func rebated() billing.Tariff {
	t := heat()
	t.Reliefs = &billing.Reliefs{HeatFault: &billing.HeatFaultRelief{
		Bands: []billing.TemperatureBand{
			{Below: celsius("14"), Rebate: celsius("1")}, {Below: celsius("16"), Rebate: celsius("0.5")}, {Below: celsius("18"), Rebate: celsius("0.2")},
		},
		Outage: &billing.OutageRelief{Hours: 24},
	}}
	return t
}

func cold(start, end, degrees string) billing.HeatFault {
	return billing.HeatFault{Unit: "1-0803", Tariff: "heat", Fault: billing.HeatFaultKind{
		Temperature: &billing.LowTemperature{Period: period(start, end), Celsius: celsius(degrees)},
	}}
}

func outage(from, to string) billing.HeatFault {
	return billing.HeatFault{Unit: "1-0803", Tariff: "heat", Fault: billing.HeatFaultKind{
		Outage: &billing.HeatOutage{From: civil.MustParseMoment(from), To: civil.MustParseMoment(to)},
	}}
}

// TestHeatFaults compares with a day's fee of 2148.72 ÷ 121 = 17.758….
func TestHeatFaults(t *testing.T) {
	for _, tt := range []struct {
		name   string
		faults []billing.HeatFault
		want   string
	}{
		{"six days at 17 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-16", "17")}, "2127.41"},  // EX-224: 2127.410…
		{"four days at 15 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-14", "15")}, "2113.20"}, // EX-225: 2113.203…
		{"at 18 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-16", "18")}, "2148.72"},           // as promised
		{"at 17.999999 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-16", "17.999999")}, "2127.41"},
		{"at 16 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-16", "16")}, "2127.41"},            // 16 is not below 16
		{"at 14 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-14", "14")}, "2113.20"},            // half
		{"three days at -2 °C", []billing.HeatFault{cold("2026-01-10", "2026-01-13", "-2")}, "2095.45"}, // all: 2095.445…
		{"three full days stopped", []billing.HeatFault{outage("2026-01-10T00:00", "2026-01-13T00:00")}, "2095.45"},
		{"24 hours stopped", []billing.HeatFault{outage("2026-01-10T08:00", "2026-01-11T08:00")}, "2148.72"},
		// 960 and 481 minutes: 1/3 and 959/1440 of two days are left: 2148.72 × (119 + 0.333333 + 0.665972)/121 = 2130.949…
		{"24 hours and a minute stopped", []billing.HeatFault{outage("2026-01-10T08:00", "2026-01-11T08:01")}, "2130.95"},
		// 12 and 13 hours that meet: 2148.72 × (119 + 0.5 + 0.458333)/121 = 2130.222…
		{"two that meet", []billing.HeatFault{
			outage("2026-01-11T00:00", "2026-01-11T13:00"), outage("2026-01-10T12:00", "2026-01-11T00:00"),
		}, "2130.22"},
		{"two that do not meet", []billing.HeatFault{
			outage("2026-01-10T12:00", "2026-01-10T23:59"), outage("2026-01-11T00:00", "2026-01-11T13:00"),
		}, "2148.72"},
		{"the same outage told twice", []billing.HeatFault{
			outage("2026-01-10T00:00", "2026-01-13T00:00"), outage("2026-01-10T00:00", "2026-01-12T12:00"),
		}, "2095.45"},
		{"the worst counts, not the sum", []billing.HeatFault{
			cold("2026-01-10", "2026-01-14", "15"), cold("2026-01-10", "2026-01-14", "17"),
		}, "2113.20"},
		// On two of four cold days nothing is left: 2148.72 × (117 + 2 × 0.5)/121 = 2095.445…
		{"cold days with an outage", []billing.HeatFault{
			cold("2026-01-10", "2026-01-14", "15"), outage("2026-01-11T00:00", "2026-01-13T00:00"),
		}, "2095.45"},
		{"before the season", []billing.HeatFault{cold("2025-11-01", "2025-11-15", "12"), outage("2025-11-10T00:00", "2025-11-15T00:00")}, "2148.72"},
		{"the season's first hours", []billing.HeatFault{outage("2025-11-14T00:00", "2025-11-15T12:00")}, "2139.84"}, // 120.5/121: 2139.840…
		{"the whole season", []billing.HeatFault{outage("2025-11-01T00:00", "2026-04-01T00:00")}, "0.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := inMonth(t, home(), bookOf(rebated()), billing.Facts{HeatFaults: tt.faults}, "2025-11")
			require.Equal(t, map[string]string{"1-0803": tt.want}, totals(got))
		})
	}
}

// TestHeatFaultRefund charges a season, learns of its faults and gives back what they come to, once.
func TestHeatFaultRefund(t *testing.T) {
	for _, tt := range []struct {
		name, month, want string
		faults            []billing.HeatFault
	}{
		{"EX-224", "2025-11", "-21.31 CNY", []billing.HeatFault{cold("2026-01-10", "2026-01-16", "17")}},
		{"EX-225, cold", "2025-11", "-35.52 CNY", []billing.HeatFault{cold("2026-01-10", "2026-01-14", "15")}},
		{"EX-225, stopped", "2025-11", "-53.27 CNY", []billing.HeatFault{outage("2026-01-10T00:00", "2026-01-13T00:00")}},
		{"EX-226", "2027-11", "-21.13 CNY", []billing.HeatFault{cold("2028-01-10", "2028-01-16", "17")}}, // of 122 days: 21.134…
	} {
		t.Run(tt.name, func(t *testing.T) {
			issued := inMonth(t, home(), bookOf(rebated()), billing.Facts{}, tt.month)
			fresh := inMonth(t, home(), bookOf(rebated()), billing.Facts{HeatFaults: tt.faults}, tt.month)
			corrections, err := billing.Correct(issued, fresh)
			require.NoError(t, err)
			require.Len(t, corrections, 1)
			require.Equal(t, tt.want, corrections[0].Total.String())
			require.NoError(t, billing.Verify(corrections[0]))
			again, err := billing.Correct(append(issued, corrections...), fresh)
			require.NoError(t, err)
			require.Empty(t, again)
		})
	}
}

// TestHeatFaultOfBuilding gives back to every home of a building that its heat failed in, and to no other.
func TestHeatFaultOfBuilding(t *testing.T) {
	fault := outage("2026-01-10T00:00", "2026-01-13T00:00")
	fault.Unit, fault.Scope = "", &property.Scope{Buildings: []string{"1"}}
	tariff := rebated()
	tariff.AppliesTo = property.Scope{Uses: []property.Use{property.Dwelling}}
	facts := billing.Facts{HeatFaults: []billing.HeatFault{fault}}
	got := inMonth(t, tower(), bookOf(tariff), facts, "2025-11")
	require.Equal(t, map[string]string{"1-0101": "2340.50", "2-0101": "2400.00"}, totals(got)) // 2400 × 118/121 = 2340.495…

	byUnit := fault
	byUnit.Unit, byUnit.Scope = "1-0101", nil
	inputs := func(f ...billing.HeatFault) string {
		return prepare(t, tower(), bookOf(tariff), billing.Facts{HeatFaults: f}, civil.MustParseMonth("2025-11")).Inputs()
	}
	require.Equal(t, inputs(fault), inputs(byUnit), "the same fault, told otherwise")
	require.NotEqual(t, inputs(), inputs(fault))
}

// TestHeatFaultByPolicy gives back what the place says on the day.
func TestHeatFaultByPolicy(t *testing.T) {
	tariff := heat()
	tariff.Reliefs = &billing.Reliefs{HeatFault: &billing.HeatFaultRelief{Policy: "heat"}}
	bands := policy.Row{Key: "heat.bands", Value: "14:1 16:0.5 18:0.2", Source: "条例", To: day("2026-01-12")}
	later := policy.Row{Key: "heat.bands", Value: "18:0.5", Source: "条例", From: day("2026-01-13")}
	hours := policy.Row{Key: "heat.outageHours", Value: "24", Source: "条例", From: day("2026-01-11")}
	for name, tt := range map[string]struct {
		rows  []policy.Row
		fault billing.HeatFault
		want  string
	}{
		"no row":             {nil, cold("2026-01-10", "2026-01-16", "17"), "2148.72"},
		"no row for outages": {[]policy.Row{bands}, outage("2026-01-10T00:00", "2026-01-13T00:00"), "2148.72"},
		// Three days at 20 % and three at half: 2148.72 × (1 − 2.1/121) = 2111.428…
		"a change on the 13th":  {[]policy.Row{bands, later}, cold("2026-01-10", "2026-01-16", "17"), "2111.43"},
		"outages from the 11th": {[]policy.Row{hours}, outage("2026-01-10T00:00", "2026-01-13T00:00"), "2113.20"}, // two days of three
		"bands until the 12th":  {[]policy.Row{bands}, cold("2026-01-10", "2026-01-16", "17"), "2138.07"},         // three days: 2138.065…
	} {
		t.Run(name, func(t *testing.T) {
			facts := billing.Facts{Policies: tt.rows, HeatFaults: []billing.HeatFault{tt.fault}}
			require.Equal(t, tt.want, totals(inMonth(t, home(), bookOf(tariff), facts, "2025-11"))["1-0803"])
		})
	}
	for key, values := range map[string][]string{
		"heat.bands":       {"18", "18:20%", "14:0.2 16:0.5", "18:0.2 16:0.5", "18:0", "18:1.1", "18:0.2  20:0.1", "101:0.2", ":", "18:0.2,"},
		"heat.outageHours": {"a day", "-1", "8785", "24.5"},
	} {
		for _, value := range values {
			reg, err := home().Build()
			require.NoError(t, err)
			_, err = billing.Prepare(reg, bookOf(tariff), billing.Facts{Policies: []policy.Row{{Key: key, Value: value, Source: "条例"}}}, civil.MustParseMonth("2025-11"))
			require.ErrorIs(t, err, billing.ErrHeatPolicy, value)
		}
	}
}

// TestReliefsMultiply takes 70 % for a vacant home, of that 30 % while its heat is stopped, and of that what a
// fault leaves.
func TestReliefsMultiply(t *testing.T) {
	tariff := rebated()
	tariff.Reliefs.Vacancy = &billing.VacancyRelief{Charge: celsius("0.7")}
	tariff.Reliefs.Suspension = &billing.SuspensionRelief{Charge: celsius("0.333333")}
	facts := billing.Facts{
		Vacancies:   []billing.Vacancy{{Unit: "1-0803", Period: period("2025-01-01", ""), RegisteredOn: day("2025-01-01")}},
		Suspensions: []billing.Suspension{stop("2025-01-01", "", "2025-01-01")},
		HeatFaults:  []billing.HeatFault{cold("2026-01-10", "2026-01-16", "17")},
	}
	got := inMonth(t, home(), bookOf(tariff), facts, "2025-11")
	var factors []string
	for _, l := range got[0].Lines {
		factors = append(factors, l.Facts.Product.Factor.String())
	}
	// 0.7 × 0.333333 = 0.2333331, and × 0.8 = 0.18666648
	require.Equal(t, []string{"0.233333", "0.186666", "0.233333"}, factors)

	facts.Gifts = []billing.Gift{{Unit: "1-0803", Period: period("2025-11-01", "2026-04-01")}}
	require.Equal(t, "0.00", totals(inMonth(t, home(), bookOf(tariff), facts, "2025-11"))["1-0803"])
}

// TestHeatingRefused lists what is wrong with terms and facts of stops and faults.
func TestHeatingRefused(t *testing.T) {
	relief := func(change func(*billing.Reliefs)) func() (billing.Book, billing.Facts) {
		return func() (billing.Book, billing.Facts) {
			tariff := heat()
			tariff.Reliefs = &billing.Reliefs{}
			change(tariff.Reliefs)
			return bookOf(tariff), billing.Facts{}
		}
	}
	suspension := func(s billing.SuspensionRelief) func() (billing.Book, billing.Facts) {
		return relief(func(r *billing.Reliefs) { r.Suspension = &s })
	}
	fault := func(h billing.HeatFaultRelief) func() (billing.Book, billing.Facts) {
		return relief(func(r *billing.Reliefs) { r.HeatFault = &h })
	}
	facts := func(tariff billing.Tariff, f billing.Facts) func() (billing.Book, billing.Facts) {
		return func() (billing.Book, billing.Facts) { return bookOf(tariff), f }
	}
	bands := func(texts ...string) billing.HeatFaultRelief {
		var h billing.HeatFaultRelief
		for i := 0; i < len(texts); i += 2 {
			h.Bands = append(h.Bands, billing.TemperatureBand{Below: celsius(texts[i]), Rebate: celsius(texts[i+1])})
		}
		return h
	}
	reliefAt, factsAt := "book.tariffs[0].reliefs.", "facts."
	shop := cold("2026-01-10", "2026-01-11", "17")
	shop.Unit, shop.Scope = "", &property.Scope{Buildings: []string{"9"}, Units: []string{"X"}}
	both := shop
	both.Unit = "1-0803"
	nowhere := shop
	nowhere.Scope = &property.Scope{}
	onlyBands := rebated()
	onlyBands.Reliefs.HeatFault.Outage = nil
	onlyOutages := rebated()
	onlyOutages.Reliefs.HeatFault.Bands = nil
	other := func(f billing.HeatFault, unit, tariff string) billing.HeatFault {
		f.Unit, f.Tariff = unit, tariff
		return f
	}
	for name, tt := range map[string]struct {
		documents func() (billing.Book, billing.Facts)
		want      []string
	}{
		"no part charged":       {suspension(billing.SuspensionRelief{}), []string{reliefAt + "suspension.charge billing/no-part 0"}},
		"more than all":         {suspension(billing.SuspensionRelief{Charge: celsius("1.1")}), []string{reliefAt + "suspension.charge billing/no-part 1.1"}},
		"free and not free":     {suspension(billing.SuspensionRelief{Charge: celsius("0.3"), Free: true}), []string{reliefAt + "suspension billing/free 0.3"}},
		"negative notice":       {suspension(billing.SuspensionRelief{Free: true, NoticeDays: -1}), []string{reliefAt + "suspension.noticeDays billing/notice-days -1 3660"}},
		"a policy and a part":   {suspension(billing.SuspensionRelief{Charge: celsius("0.3"), Policy: "x"}), []string{reliefAt + "suspension billing/suspension-terms"}},
		"a policy and free":     {suspension(billing.SuspensionRelief{Free: true, Policy: "x"}), []string{reliefAt + "suspension billing/suspension-terms"}},
		"a policy and a notice": {suspension(billing.SuspensionRelief{NoticeDays: 3, Policy: "x"}), []string{reliefAt + "suspension billing/suspension-terms"}},
		"no terms":              {fault(billing.HeatFaultRelief{}), []string{reliefAt + "heatFault billing/heat-terms"}},
		"bands and a policy": {fault(billing.HeatFaultRelief{Policy: "x", Bands: bands("18", "0.2").Bands}), []string{
			reliefAt + "heatFault billing/heat-terms",
		}},
		"an outage of years": {fault(billing.HeatFaultRelief{Outage: &billing.OutageRelief{Hours: 8785}}), []string{
			reliefAt + "heatFault.outage.hours billing/outage-hours 8785 8784",
		}},
		"nothing back":       {fault(bands("18", "0")), []string{reliefAt + "heatFault.bands[0] billing/band 18 0"}},
		"more than all back": {fault(bands("18", "1.2")), []string{reliefAt + "heatFault.bands[0] billing/band 18 1.2"}},
		"a negative rebate":  {fault(bands("18", "-0.2")), []string{reliefAt + "heatFault.bands[0] billing/band 18 -0.2"}},
		"a boiler":           {fault(bands("101", "0.2")), []string{reliefAt + "heatFault.bands[0] billing/band 101 0.2"}},
		"falling limits":     {fault(bands("18", "0.5", "16", "0.2")), []string{reliefAt + "heatFault.bands[1] billing/band-order"}},
		"the same limit":     {fault(bands("18", "0.5", "18", "0.2")), []string{reliefAt + "heatFault.bands[1] billing/band-order"}},
		"colder is no worse": {fault(bands("16", "0.2", "18", "0.2")), []string{reliefAt + "heatFault.bands[1] billing/band-order"}},

		"a stop of nothing": {facts(stopped(), billing.Facts{Suspensions: []billing.Suspension{{}}}), []string{
			factsAt + "suspensions[0].unit invalid/required unit", factsAt + `suspensions[0].tariff billing/tariff-code ""`,
			factsAt + "suspensions[0].period.start invalid/required start", factsAt + "suspensions[0].appliedOn invalid/required appliedOn",
		}},
		"a stop of no unit": {facts(stopped(), billing.Facts{Suspensions: []billing.Suspension{
			{Unit: "9-99", Tariff: "heat", Period: period("2025-01-01", ""), AppliedOn: day("2025-01-01")},
		}}), []string{factsAt + "suspensions[0].unit billing/no-unit 9-99"}},
		"a stop of no tariff": {facts(stopped(), billing.Facts{Suspensions: []billing.Suspension{
			{Unit: "1-0803", Tariff: "gas", Period: period("2025-01-01", ""), AppliedOn: day("2025-01-01")},
		}}), []string{factsAt + "suspensions[0].tariff billing/no-tariff gas"}},
		"a stop without terms": {facts(heat(), billing.Facts{Suspensions: []billing.Suspension{stop("2025-01-01", "", "2025-01-01")}}), []string{
			factsAt + "suspensions[0].tariff billing/no-terms heat suspension",
		}},
		"a fault of nothing": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{{}}}), []string{
			factsAt + "heatFaults[0] billing/fault-place", factsAt + `heatFaults[0].tariff billing/tariff-code ""`,
			factsAt + "heatFaults[0].fault invalid/choice temperature, outage nothing",
		}},
		"a fault of a unit and a scope": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{both}}), []string{
			factsAt + "heatFaults[0] billing/fault-place",
		}},
		"a fault of an empty scope": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{nowhere}}), []string{
			factsAt + "heatFaults[0].scope property/scope",
		}},
		"a fault of no building": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{shop}}), []string{
			factsAt + "heatFaults[0].scope billing/unknown-scope 9", factsAt + "heatFaults[0].scope billing/unknown-scope X",
		}},
		"a fault of no unit": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{other(cold("2026-01-10", "2026-01-11", "17"), "9-99", "heat")}}), []string{
			factsAt + "heatFaults[0].unit billing/no-unit 9-99",
		}},
		"a fault of no tariff": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{other(outage("2026-01-10T00:00", "2026-01-12T00:00"), "1-0803", "gas")}}), []string{
			factsAt + "heatFaults[0].tariff billing/no-tariff gas",
		}},
		"a fault without terms": {facts(heat(), billing.Facts{HeatFaults: []billing.HeatFault{cold("2026-01-10", "2026-01-11", "17")}}), []string{
			factsAt + "heatFaults[0].tariff billing/no-terms heat temperature",
		}},
		"an outage without terms": {facts(onlyBands, billing.Facts{HeatFaults: []billing.HeatFault{outage("2026-01-10T00:00", "2026-01-12T00:00")}}), []string{
			factsAt + "heatFaults[0].tariff billing/no-terms heat outage",
		}},
		"cold without terms": {facts(onlyOutages, billing.Facts{HeatFaults: []billing.HeatFault{cold("2026-01-10", "2026-01-11", "17")}}), []string{
			factsAt + "heatFaults[0].tariff billing/no-terms heat temperature",
		}},
		"cold without end": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{cold("2026-01-10", "", "17")}}), []string{
			factsAt + "heatFaults[0].fault.temperature.period.end invalid/required end",
		}},
		"no temperature": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{cold("2026-01-10", "2026-01-11", "-100.5")}}), []string{
			factsAt + "heatFaults[0].fault.temperature.celsius billing/celsius -100.5",
		}},
		"an outage without times": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{{
			Unit: "1-0803", Tariff: "heat", Fault: billing.HeatFaultKind{Outage: &billing.HeatOutage{}},
		}}}), []string{
			factsAt + "heatFaults[0].fault.outage.from invalid/required from", factsAt + "heatFaults[0].fault.outage.to invalid/required to",
		}},
		"an outage of no time": {facts(rebated(), billing.Facts{HeatFaults: []billing.HeatFault{outage("2026-01-10T08:00", "2026-01-10T08:00")}}), []string{
			factsAt + "heatFaults[0].fault.outage.to billing/outage-end 2026-01-10T08:00 2026-01-10T08:00",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			book, f := tt.documents()
			require.Equal(t, tt.want, refusals(t, book, f))
		})
	}
}

// TestHeatingInputs says which figures of stops and faults a run reads.
func TestHeatingInputs(t *testing.T) {
	tariff := rebated()
	tariff.Reliefs.Suspension = stopped().Reliefs.Suspension
	inputs := func(change func(*billing.Facts)) string {
		f := billing.Facts{
			Suspensions: []billing.Suspension{stop("2025-11-15", "2026-03-16", "2025-10-01"), stop("2026-11-15", "", "2026-10-01")},
			HeatFaults:  []billing.HeatFault{cold("2026-01-10", "2026-01-16", "17"), outage("2026-01-20T00:00", "2026-01-22T00:00")},
		}
		change(&f)
		return prepare(t, home(), bookOf(tariff), f, civil.MustParseMonth("2025-11")).Inputs()
	}
	was := inputs(func(*billing.Facts) {})
	seen := map[string]string{was: "nothing"}
	for name, change := range map[string]func(*billing.Facts){
		"no stop":               func(f *billing.Facts) { f.Suspensions = f.Suspensions[1:] },
		"the day applied on":    func(f *billing.Facts) { f.Suspensions[0].AppliedOn++ },
		"the first day":         func(f *billing.Facts) { f.Suspensions[0].Period.Start++ },
		"the last day":          func(f *billing.Facts) { f.Suspensions[0].Period.End++ },
		"the source of a stop":  func(f *billing.Facts) { f.Suspensions[0].Source = "申请表 7" },
		"no fault":              func(f *billing.Facts) { f.HeatFaults = f.HeatFaults[1:] },
		"a temperature":         func(f *billing.Facts) { f.HeatFaults[0].Fault.Temperature.Celsius = celsius("16") },
		"cold days":             func(f *billing.Facts) { f.HeatFaults[0].Fault.Temperature.Period.End++ },
		"when the heat went":    func(f *billing.Facts) { f.HeatFaults[1].Fault.Outage.From++ },
		"when it came back":     func(f *billing.Facts) { f.HeatFaults[1].Fault.Outage.To++ },
		"the source of a fault": func(f *billing.Facts) { f.HeatFaults[1].Source = "记录 7" },
	} {
		got := inputs(change)
		require.Empty(t, seen[got], "%s is as %s", name, seen[got])
		seen[got] = name
	}
	require.Equal(t, was, inputs(func(f *billing.Facts) {
		f.Suspensions[0], f.Suspensions[1] = f.Suspensions[1], f.Suspensions[0]
		f.HeatFaults[0], f.HeatFaults[1] = f.HeatFaults[1], f.HeatFaults[0]
	}), "the order does not matter")
}
