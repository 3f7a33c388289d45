// Package parking says what a car that parked has to pay (停车收费): a tariff with free time,
// blocks, windows of the day, caps and classes of vehicles is compiled once, and a stay is
// priced by it as one pure function. It knows nothing of bills, and bills know nothing of it.
//
//	prices, err := parking.Compile(tariff, shanghai)
//	fee, err := prices.Fee(stay, passes...)
//	fmt.Println(fee.Announce(printer)) // 您的车计费停车155分钟,请交停车费15.00元
//	fmt.Println(explain.Text(printer, fee.Why()))
//
// # How time is counted
//
// A stay is counted in whole minutes from the entry, the last one begun counting in full; a
// minute belongs to the window, the day and the pass that it begins in. Minutes elapse by
// instants: the night when the clocks go back has one hour more. Windows, calendar days and passes
// go by the wall clock of the tariff's zone, and one begins at the first instant when the
// clock shows its time, or where the clock jumps over it, at the jump.
//
// A stay is cut into parts where a window begins, where a cap per day begins anew (each 24
// hours from entry, or at midnight), and where free minutes that renew do so. Each part counts
// its blocks from the start and rounds up alone. Minutes inside a pass, and free minutes,
// are taken out of the part that they lie in; they do not cut it. Free minutes are
// counted among those outside passes.
//
// A longer stay never costs less: every part costs more, or the same, with each minute, caps
// only keep sums down, and time that passes by opens new parts.
package parking
