// Package policy has the numbers that a country, a city or a contract sets for a
// time: a VAT rate, a discount for vacant flats, the minutes until an elevator
// rescue. They are dated data with a source, never constants in code.
//
//	table, err := policy.Compile(document.Rows)
//	rate, row, err := table.Decimal("330106", "vat.service", taxPoint)
//
// A look-up takes the row of the smallest place that has one in force on the
// business date (业务发生日): of the district, else the city, else the
// province, else the nation.
package policy
