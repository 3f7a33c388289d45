package worktime

import "github.com/wuyekit/wuye/property/invalid"

// China returns the holidays and make-up days of mainland China (中国法定节假日及调休), the years 2007
// to 2026, under the code "cn": the yearly notices of the General Office of the State
// Council and its amendments of 2015, 2019 and 2020. Later years are added with
// [Holidays.With]; the notice of a year comes out towards the end of the year before.
//
// It is read anew at every call, in a millisecond, and belongs to the caller. When the notices of 2007 and 2008
// were published is not recorded: they count as known from the beginning.
//
// Source: the notices named in the table (国务院办公厅关于部分节假日安排的通知).
func China() Holidays {
	h, err := invalid.Decode[Holidays]([]byte(chinaJSON), "china")
	if err != nil {
		return Holidays{Code: "cn"} // knows no year, so whatever needs one says so
	}
	return h
}
