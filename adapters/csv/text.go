package csv

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/invalid"
)

// Encoding is how a file writes characters (编码). Zero is unset and means [Auto].
type Encoding uint8

// The encodings.
const (
	// Auto finds the encoding by the byte order mark or, without one, by the bytes.
	Auto Encoding = 1 + iota
	// UTF8 is UTF-8, with or without a byte order mark.
	UTF8
	// GB18030 is the Chinese standard (国标), GBK and GB2312 included: what Excel writes in China.
	GB18030
	// UTF16 is UTF-16, little-endian unless a byte order mark says otherwise.
	UTF16
)

func encodingWords() invalid.Words { return invalid.Words{"auto", "utf-8", "gb18030", "utf-16"} }

// String returns the word of the encoding.
func (e Encoding) String() string { return encodingWords().Of("Encoding", uint8(e)) }

// MarshalText returns the word of the encoding.
func (e Encoding) MarshalText() ([]byte, error) { return encodingWords().Marshal(uint8(e)) }

// UnmarshalText reads the word of an encoding.
func (e *Encoding) UnmarshalText(text []byte) error {
	return encodingWords().Unmarshal(text, (*uint8)(e))
}

// The byte order marks.
const (
	mark8  = "\xef\xbb\xbf"
	mark16 = "\xff\xfe" // little-endian
	mark61 = "\xfe\xff" // big-endian
)

// Text returns a file's bytes as UTF-8 without a byte order mark, and the encoding
// they were in.
//
// On its own it takes a byte order mark at its word; UTF-8 is what is valid as such;
// anything else is GB18030, unless nearly all of it is UTF-8, which is then a broken
// file and not a Chinese one.
//
// Errors: [ErrEncoding] for bytes the encoding does not have, [ErrNoEncoding] for
// bytes that no encoding fits, both with the byte and the line.
func Text(data []byte, e Encoding) (string, Encoding, error) {
	if e == 0 || e == Auto {
		e = detect(data)
	}
	switch e {
	case UTF8:
		text, err := fromUTF8(data)
		return text, UTF8, err
	case UTF16:
		text, err := fromUTF16(data)
		return text, UTF16, err
	case GB18030:
		text, err := fromGB18030(data)
		return text, GB18030, err
	case Auto:
		return fromEither(data)
	default:
		return fromEither(data)
	}
}

// detect returns the encoding that the file's first bytes give away, Auto if none.
func detect(data []byte) Encoding {
	switch {
	case bytes.HasPrefix(data, []byte(mark8)):
		return UTF8
	case bytes.HasPrefix(data, []byte(mark16)), bytes.HasPrefix(data, []byte(mark61)):
		return UTF16
	case len(data) >= 4 && data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		return UTF16
	default:
		return Auto
	}
}

func fromEither(data []byte) (string, Encoding, error) {
	at := badUTF8(data)
	if at < 0 {
		return string(data), UTF8, nil
	}
	if mostlyUTF8(data) {
		return "", UTF8, badEncoding(UTF8, data, at)
	}
	text, err := fromGB18030(data)
	if err == nil {
		return text, GB18030, nil
	}
	gb := badGB18030(data)
	return "", Auto, invalid.Value(ErrNoEncoding,
		strconv.Itoa(at), lineAt(data, at), strconv.Itoa(gb), lineAt(data, gb))
}

func fromUTF8(data []byte) (string, error) {
	if at := badUTF8(data); at >= 0 {
		return "", badEncoding(UTF8, data, at)
	}
	return string(bytes.TrimPrefix(data, []byte(mark8))), nil
}

// badUTF8 returns where data stops being UTF-8, -1 if it does not.
func badUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	return at
}

// mostlyUTF8 reports whether data has more characters of three or four bytes in
// UTF-8 than bytes that do not fit: Chinese text in GB18030 has hardly any.
func mostlyUTF8(data []byte) bool {
	wide, bad := 0, 0
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case r == utf8.RuneError && size <= 1:
			bad++
		case size >= 3:
			wide++
		}
		at += size
	}
	return wide > bad
}

func fromUTF16(data []byte) (string, error) {
	big := bytes.HasPrefix(data, []byte(mark61))
	at := 0
	if big || bytes.HasPrefix(data, []byte(mark16)) {
		at = 2
	}
	var out strings.Builder
	out.Grow(len(data)/2 + len(data)/4)
	line := func() string { return lineAt([]byte(out.String()), out.Len()) }
	for at < len(data) {
		r, size := rune16(data[at:], big)
		if r == utf8.RuneError && size != 2 {
			return "", invalid.Value(ErrEncoding, UTF16.String(), strconv.Itoa(at), line())
		}
		out.WriteRune(r)
		at += size
	}
	return out.String(), nil
}

// rune16 returns the first character and its bytes; U+FFFD with 0 bytes if it is
// none.
func rune16(data []byte, big bool) (rune, int) {
	if len(data) < 2 {
		return utf8.RuneError, 0
	}
	r := unit16(data, big)
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(data) < 4 {
		return utf8.RuneError, 0
	}
	if r = utf16.DecodeRune(r, unit16(data[2:], big)); r == utf8.RuneError {
		return r, 0
	}
	return r, 4
}

func unit16(data []byte, big bool) rune {
	if big {
		return rune(data[0])<<8 | rune(data[1])
	}
	return rune(data[1])<<8 | rune(data[0])
}

func badEncoding(e Encoding, data []byte, at int) error {
	return invalid.Value(ErrEncoding, e.String(), strconv.Itoa(at), lineAt(data, at))
}

// lineAt returns the line, from 1, that a byte stands on.
func lineAt(data []byte, at int) string {
	return strconv.Itoa(1 + countLines(string(data[:min(max(at, 0), len(data))])))
}
