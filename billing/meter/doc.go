// Package meter says what was used between meter readings (抄表): registers with a multiplier (倍率)
// that roll over at their last digit, devices that are replaced, estimates that later readings put
// right, time-of-use bands (峰谷), plausibility, and the loss between a master meter and those behind
// it (线损). It knows no prices; package billing charges by it.
//
//	log, err := meter.Compile(meters, readings) // every problem of the documents at once
//	r, ok := log.Find("E-1-0803")
//	used, err := log.Quantity(r, "", civil.MustParseMonth("2026-07"), civil.MustParse("2026-08-01"))
//	fmt.Println(used) // 80 kWh
//
// # Boundaries
//
// A reading is taken as the value at a boundary between two days: the start of its day if it says
// that it is an opening one, else the end of it. A device's start and final values are such
// boundaries. Between two boundaries of a device
//
//	usage = (to − from) × multiplier
//
// and where the register passed its last digit 10^digits is added. It did so if the reading says so,
// or if it stood in its last tenth and moved by no more than a tenth of its range. Any other register
// that shows less than before is an error of every usage that this stretch touches, and of no other.
//
// # Days
//
// The usage of a stretch is spread evenly over its days, so that a sale, a new price or a new year of
// tiers can cut it. What was used up to a day is rounded to 0.0001 of the unit; a quantity is the
// difference of two such sums, and the quantities of any cut of a period add up exactly.
//
// # Estimates
//
// A usage is asked for with a day up to which readings are known. An estimate counts until an actual
// reading after it is known; from then on the usage runs from one actual reading to the next. Asked
// for again with its own day, an earlier charge is what it was.
package meter
