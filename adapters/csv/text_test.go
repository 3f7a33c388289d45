package csv_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/invalid"
)

const chinese = "房号,业主\r\n1-0803,张三丰\r\n1-0804,𠮷野家；龘\r\n"

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	require.NoError(t, err)
	return out
}

func TestText(t *testing.T) {
	little := encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), chinese)
	big := encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), chinese)
	gb := encoded(t, simplifiedchinese.GB18030, chinese)
	tests := []struct {
		name  string
		data  []byte
		force csv.Encoding
		want  string
		found csv.Encoding
	}{
		{"UTF-8", []byte(chinese), 0, chinese, csv.UTF8},
		{"UTF-8 with mark", []byte("\xef\xbb\xbf" + chinese), csv.Auto, chinese, csv.UTF8},
		{"UTF-16 little-endian", little, 0, chinese, csv.UTF16},
		{"UTF-16 big-endian", big, 0, chinese, csv.UTF16},
		{"UTF-16 without mark", little[2:], csv.UTF16, chinese, csv.UTF16},
		{"UTF-16 without mark, found", []byte("a\x00,\x00b\x00"), 0, "a,b", csv.UTF16},
		{"GB18030", gb, 0, chinese, csv.GB18030},
		{"GB18030 forced on bytes that are UTF-8 too", []byte("\xc2\xb7"), csv.GB18030, "路", csv.GB18030},
		{"the same bytes found", []byte("\xc2\xb7"), 0, "·", csv.UTF8},
		{"GBK from Excel", []byte("\xb7\xbf\xba\xc5,\xd2\xb5\xd6\xf7"), 0, "房号,业主", csv.GB18030},
		{"GB18030 that means U+FFFD", []byte("\xb7\xbf\x84\x31\xa4\x37"), 0, "房\ufffd", csv.GB18030},
		{"empty", nil, 0, "", csv.UTF8},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, found, err := csv.Text(tt.data, tt.force)
			require.NoError(t, err)
			require.Equal(t, tt.want, got)
			require.Equal(t, tt.found, found)
		})
	}
}

func TestTextErrors(t *testing.T) {
	tests := []struct {
		name  string
		data  string
		force csv.Encoding
		rule  invalid.RuleError
		args  []string
	}{
		{"neither", "a\r\nb\xff\xff", 0, csv.ErrNoEncoding, []string{"4", "2", "4", "2"}},
		{"cut off in GB18030", "\xb7\xbf\nx\xba", 0, csv.ErrNoEncoding, []string{"0", "1", "4", "2"}},
		{"broken UTF-8 is not Chinese", "房号,业主\n张三\xff丰\n", 0, csv.ErrEncoding, []string{"utf-8", "20", "2"}},
		{"a mark promises UTF-8", "\xef\xbb\xbf\xb7\xbf", 0, csv.ErrEncoding, []string{"utf-8", "3", "1"}},
		{"forced UTF-8", "a\rb\r\xb7\xbf", csv.UTF8, csv.ErrEncoding, []string{"utf-8", "4", "3"}},
		{"forced GB18030", "ok\n\xff", csv.GB18030, csv.ErrEncoding, []string{"gb18030", "3", "2"}},
		{"a delimiter inside a character", "\xb7\xbf;\xbd;\xdb0", csv.GB18030, csv.ErrEncoding, []string{"gb18030", "3", "1"}},
		{"half a UTF-16 unit", "\xff\xfea\x00\n\x00b", 0, csv.ErrEncoding, []string{"utf-16", "6", "2"}},
		{"half a surrogate pair", "\xff\xfea\x00\x00\xd8", 0, csv.ErrEncoding, []string{"utf-16", "4", "1"}},
		{"surrogates the wrong way round", "\xfe\xff\xdc\x00\xd8\x00", 0, csv.ErrEncoding, []string{"utf-16", "2", "1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := csv.Text([]byte(tt.data), tt.force)
			var got *invalid.FieldError
			require.ErrorAs(t, err, &got)
			require.Equal(t, invalid.FieldError{Rule: tt.rule, Args: tt.args}, *got)
		})
	}
}

// FuzzText checks that what is read is UTF-8, that an encoder gives the bytes back, and
// that the place of an error is in the file.
func FuzzText(f *testing.F) {
	f.Add([]byte(chinese), uint8(0))
	f.Add([]byte("\xef\xbb\xbfa"), uint8(1))
	f.Add([]byte("\xff\xfea\x00\x00\xd8\x00\xdc"), uint8(4))
	f.Add([]byte("\xb7\xbf\x84\x31\xa4\x37\x81\x30\x81\x30"), uint8(3))
	f.Add([]byte("\x80\xff\xa2\xa0"), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, e uint8) {
		text, found, err := csv.Text(data, csv.Encoding(e%5))
		if err != nil {
			return
		}
		require.True(t, utf8.ValidString(text))
		switch found {
		case csv.UTF8:
			require.Equal(t, string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))), text)
		case csv.GB18030:
			require.Equal(t, -1, csv.BadGB18030(data))
			again, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
			require.NoError(t, err)
			round, err := simplifiedchinese.GB18030.NewDecoder().Bytes(again)
			require.NoError(t, err)
			require.Equal(t, text, string(round))
		case csv.UTF16:
			require.Zero(t, len(data)%2)
		case csv.Auto:
			t.Fatal("nothing found and no error")
		default:
			t.Fatalf("found %v", found)
		}
	})
}
