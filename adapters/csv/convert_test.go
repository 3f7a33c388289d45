package csv_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/civil"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "89.53": "89.53", "89.5300000": "89.53", "100": "100", "100.00": "100", "-3": "-3", "-1,234.50": "-1234.5",
		"1,234": "1234", "12,345,678.90": "12345678.9", "0.5": "0.5",
	} {
		got, err := csv.ParseNumber(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{
		"", "-", ".5", "5.", "1,23", "12,34,567", "1234,567", ",123", "1,234,", "1,2345", "89,53", "1.234.567", "1e5",
		"1.2E+05", "+5", "5 m", "0x10", "--5", "1,234.5,6", "NaN", "∞", "1 234",
	} {
		_, err := csv.ParseNumber(text)
		require.ErrorIs(t, err, csv.ErrNumber, text)
	}
}

func TestParseDate(t *testing.T) {
	first := civil.MustParse("2026-11-01")
	for _, text := range []string{
		"2026-11-01", "2026/11/1", "2026.11.1", "2026.11.01", "20261101", "2026年11月1日", "2026年11月01号", "2026年11月1",
		"2026-11-1", "2026-11-01 00:00:00", "2026/11/1 0:00", "2026-11-01T00:00:00", "2026-11-01 00:00:00.000",
	} {
		got, err := csv.ParseDate(text, false)
		require.NoError(t, err, text)
		require.Equal(t, first, got, text)
	}
	for _, text := range []string{
		"", "1/11/2026", "11/1/2026", "26-11-01", "2026-11", "2026-11-01 09:30", "2026-11/01", "46327", "2026-1101",
		"2026年11-1", "2026-+1-01", "2026-011-01", "OCT 18, 2021", "2026-11-01 :", "00000000",
	} {
		_, err := csv.ParseDate(text, false)
		require.Error(t, err, text)
	}
	for _, text := range []string{"2026-02-29", "20260230", "2026年13月1日"} {
		_, err := csv.ParseDate(text, false)
		require.ErrorIs(t, err, civil.ErrNoSuchDay, text)
	}
}

// Serials as Excel shows them; 60 is a day there that never was.
func TestExcelSerials(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1900-01-01", "59": "1900-02-28", "61": "1900-03-01", "25569": "1970-01-01", "45292": "2024-01-01", "46327": "2026-11-01",
		"2958465": "9999-12-31", "20261101": "2026-11-01", "2026-11-01": "2026-11-01",
	} {
		got, err := csv.ParseDate(text, true)
		require.NoError(t, err, text)
		require.Equal(t, want, got.String(), text)
	}
	for _, text := range []string{"0", "60", "2958466", "9999999", "46327.5", "-1"} {
		_, err := csv.ParseDate(text, true)
		require.ErrorIs(t, err, csv.ErrDate, text)
	}
}

func TestParseFloor(t *testing.T) {
	for text, want := range map[string]int{"12": 12, "-1": -1, "B1": -1, "b2": -2, "地下1层": -1, "负2层": -2, "3层": 3, "18F": 18, "0": 0, "12.0": 12} {
		got, err := csv.ParseFloor(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "G", "B0", "B-1", "1.5", "一层", "M", "99999999999"} {
		_, err := csv.ParseFloor(text)
		require.ErrorIs(t, err, csv.ErrFloor, text)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"\u3000１-0803\u00a0": "１-0803", " a b ": "a b", "'=1+1": "=1+1", "''=x": "'=x", "'-": "-", "'abc": "'abc", "'": "'",
		"O'Neill": "O'Neill", "'＝1": "＝1", "\t": "",
	} {
		require.Equal(t, want, csv.Clean(in), "%q", in)
	}
	require.Equal(t, "A1-(2)，＃", csv.FoldCode("Ａ１－（２），＃"))
	require.Equal(t, "1,234.50 /", csv.Fold("１，２３４．５０\u3000／"))
	require.Equal(t, "张三", csv.Fold("张三"))
}

// FuzzParseNumber checks that a number keeps its value without separators, against
// shopspring/decimal.
func FuzzParseNumber(f *testing.F) {
	f.Add("1,234.50")
	f.Add("-0.000")
	f.Add("007,000")
	f.Fuzz(func(t *testing.T, s string) {
		got, err := csv.ParseNumber(s)
		if err != nil {
			return
		}
		want, err := decimal.NewFromString(strings.ReplaceAll(s, ",", ""))
		require.NoError(t, err)
		have, err := decimal.NewFromString(got)
		require.NoError(t, err)
		require.True(t, want.Equal(have), "%q read as %s", s, got)
		again, err := csv.ParseNumber(got)
		require.NoError(t, err)
		require.Equal(t, got, again)
	})
}

// FuzzParseDate checks that a date read is one that the strict codec reads.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-11-01", "2026年2月9日", "20261101", "2026/1/1 0:00", "46327"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := csv.ParseDate(s, true)
		if err != nil {
			return
		}
		strict, err := civil.Parse(d.String())
		require.NoError(t, err)
		require.Equal(t, d, strict)
	})
}

// FuzzParseFloor: a floor read is the number in the text, below ground where the text says so, and a plain number
// reads back.
func FuzzParseFloor(f *testing.F) {
	for _, s := range []string{"12", "-1", "B1", "地下1层", "负2层", "18F", "12.0", "1,000", "B-1", "B0", "层", "2147483648"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := csv.ParseFloor(s)
		if err != nil {
			require.ErrorIs(t, err, csv.ErrFloor)
			require.Zero(t, n)
			return
		}
		digits := strings.Trim(strings.NewReplacer("地下", "-", "负", "-", "B", "-", "b", "-", ",", "").Replace(s), "层楼Ff")
		want, err := decimal.NewFromString(digits)
		require.NoError(t, err, s)
		require.True(t, want.Equal(decimal.NewFromInt(int64(n))), "%q read as %d", s, n)
		again, err := csv.ParseFloor(strconv.Itoa(n))
		require.NoError(t, err)
		require.Equal(t, n, again)
	})
}
