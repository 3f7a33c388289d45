package csv

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// fromGB18030 checks the form of the characters itself, since the decoder takes four
// bytes such as BD 3B DB 30, whose second is a delimiter. Characters that the standard
// does not have it turns into U+FFFD, which badGB18030 then finds.
func fromGB18030(data []byte) (string, error) {
	formed := isFormed(data)
	var out []byte
	var err error
	if formed {
		out, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	}
	if !formed || err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		if at := badGB18030(data); at >= 0 || !formed || err != nil {
			return "", badEncoding(GB18030, data, max(at, 0))
		}
	}
	return string(out), nil
}

// isFormed reports whether data is characters of one, two and four bytes as GB18030
// has them, whether or not it has these.
func isFormed(data []byte) bool {
	for at := 0; at < len(data); {
		if data[at] < utf8.RuneSelf {
			at++
			continue
		}
		size := sizeGB18030(data[at:])
		char := data[at : at+size]
		switch {
		case size == 1 && char[0] == 0x80: // the euro sign of Windows
		case size == 2 && char[1] >= 0x40 && char[1] != 0x7f && char[1] != 0xff:
		case size == 4 && char[2] >= 0x81 && char[2] != 0xff && char[3] >= '0' && char[3] <= '9':
		default:
			return false
		}
		at += size
	}
	return true
}

// badGB18030 returns where data stops being GB18030, -1 if it does not. The four bytes
// that stand for U+FFFD itself are taken.
func badGB18030(data []byte) int {
	d := simplifiedchinese.GB18030.NewDecoder()
	for at := 0; at < len(data); {
		size := sizeGB18030(data[at:])
		char := data[at : at+size]
		if char[0] >= utf8.RuneSelf && string(char) != "\x84\x31\xa4\x37" {
			out, err := d.Bytes(char)
			if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
				return at
			}
		}
		at += size
	}
	return -1
}

// sizeGB18030 returns how many bytes the first character should have.
func sizeGB18030(data []byte) int {
	size := 1
	switch {
	case data[0] < 0x81 || data[0] == 0xff || len(data) < 2:
	case data[1] >= '0' && data[1] <= '9':
		size = 4
	default:
		size = 2
	}
	return min(size, len(data))
}
