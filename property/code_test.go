package property_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
)

func TestParseCodes(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one", "E1", "E1"},
		{"range, en dash", "E1–E4", "E1 E2 E3 E4"},
		{"range, em dash", "E1—E4", "E1 E2 E3 E4"},
		{"range, two em dashes as in Chinese text", "E1——E4", "E1 E2 E3 E4"},
		{"range, hyphen", "E1-E4", "E1 E2 E3 E4"},
		{"range, full-width hyphen", "E1－E4", "E1 E2 E3 E4"},
		{"range, tilde", "E1~E4", "E1 E2 E3 E4"},
		{"range, full-width tilde", "E1～E4", "E1 E2 E3 E4"},
		{"range in words", "E1至E4", "E1 E2 E3 E4"},
		{"range in words with buildings", "E35栋至E38栋", "E35 E36 E37 E38"},
		{"prefix once", "E1–4", "E1 E2 E3 E4"},
		{"buildings by number", "1栋-4栋", "1 2 3 4"},
		{"buildings by letter and number", "E1栋-E4栋", "E1 E2 E3 E4"},
		{"号楼", "1号楼、3号楼", "1 3"},
		{"numbers with a dash", "9–11", "9 10 11"},
		{"the source's list", "E9栋、E14栋、E18栋、E22栋、E26栋", "E9 E14 E18 E22 E26"},
		{"full-width comma", "E1，E2", "E1 E2"},
		{"lines", "E1\r\nE2\n", "E1 E2"},
		{"all separators, blanks", " E1 , E2；E3;E4 、E5", "E1 E2 E3 E4 E5"},
		{"nothing between separators", "E1,,E2, ,E3，", "E1 E2 E3"},
		{"padded", "A08–A11", "A08 A09 A10 A11"},
		{"padded, growing", "A98–A101", "A98 A99 A100 A101"},
		{"padded from 098", "A098–A101", "A098 A099 A100 A101"},
		{"a range of one", "E7–E7", "E7"},
		{"a code with a hyphen", "1-0803", "1-0803"},
		{"a unit of a building", "1栋-0803", "1栋-0803"},
		{"rooms of one stair", "1-0801–1-0803", "1-0801 1-0802 1-0803"},
		{"至 in a name", "至善楼、明至楼", "至善楼 明至楼"},
		{"no number", "南岸", "南岸"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := property.ParseCodes(tt.text)
			require.NoError(t, err)
			require.Equal(t, strings.Fields(tt.want), got)
		})
	}
}

func TestParseCodesProblems(t *testing.T) {
	long := strings.Repeat("x", 129)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{" property/code"}},
		{"blanks only", " ， \n", []string{" property/code"}},
		{"downwards", "E4–E1", []string{"[0] property/code-range"}},
		{"two letters", "E1–F4", []string{"[0] property/code-range"}},
		{"letters only", "E–F", []string{"[0] property/code-range"}},
		{"open", "E1–", []string{"[0] property/code-range"}},
		{"padded at the end only", "E1–E04", []string{"[0] property/code-range"}},
		{"only the word", "栋", []string{"[0] property/code"}},
		{"invisible", "E1,E\u200b2", []string{"[1] property/code"}},
		{"too long", long, []string{"[0] property/code"}},
		{"growing too long", strings.Repeat("x", 127) + "9–10", []string{"[0] property/code-range"}},
		{"twice", "E1,E2,E1", []string{"[2] property/code-twice"}},
		{"twice in a range", "E1–E4,E3–E5", []string{"[1] property/code-twice", "[1] property/code-twice"}},
		{"huge", "E1–E99999999", []string{"[0] property/code-range"}},
		{"beyond int", "E1–E99999999999999999999", []string{"[0] property/code-range"}},
		{"huge together", "E1–E6000,F1–F6000", []string{"[1] property/code-range"}},
		{"all at once", "E4–E1,E1,E1,栋", []string{
			"[0] property/code-range", "[2] property/code-twice", "[3] property/code",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := property.ParseCodes(tt.text)
			require.Empty(t, cmp.Diff(tt.want, problems(t, err)))
			require.Nil(t, got)
		})
	}
}

// TestPlantingPlots is worked example W-50: nine south yards, five north yards, fourteen.
func TestPlantingPlots(t *testing.T) {
	yards := map[property.YardSide]int{}
	for text, side := range map[string]property.YardSide{
		"E1–E4": property.South, "E9、E14、E18、E22、E26": property.Both,
	} {
		buildings, err := property.ParseCodes(text)
		require.NoError(t, err)
		for _, s := range side.Sides() {
			yards[s] += len(buildings)
		}
	}
	require.Equal(t, map[property.YardSide]int{property.South: 9, property.North: 5}, yards)

	all, err := property.ParseCodes("E1–E4; E9、E14、E18、E22、E26")
	require.NoError(t, err)
	require.Len(t, all, 9)
	require.Empty(t, property.YardSide(0).Sides())
}

func FuzzParseCodes(f *testing.F) {
	for _, s := range []string{
		"E1–E4; E9、E14、E18、E22、E26", "1-0803", "A08–A11", "1栋-4栋", "E1–E04", "至", "-", "–1", "栋栋",
		"E1——E4", "0–0", "00-01", "x\xff", "9－10",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		codes, err := property.ParseCodes(text)
		if err != nil {
			require.Nil(t, codes)
			return
		}
		require.NotEmpty(t, codes)
		require.LessOrEqual(t, len(codes), 10000)
		sorted := slices.Sorted(slices.Values(codes))
		require.Len(t, slices.Compact(sorted), len(codes), "each once")
		for _, c := range codes {
			require.Empty(t, checked(t, property.Party{Code: c}), "%q names something", c)
		}
	})
}

// FuzzCodeRange writes a range and reads it back.
func FuzzCodeRange(f *testing.F) {
	f.Add("E", uint16(1), uint8(3), uint8(0))
	f.Add("A", uint16(8), uint8(3), uint8(3))
	f.Add("", uint16(99), uint8(2), uint8(0))
	f.Fuzz(func(t *testing.T, letters string, low uint16, more, width uint8) {
		if strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || len(letters) > 9 {
			return
		}
		var want []string
		for n := int(low); n <= int(low)+int(more); n++ {
			digits := strconv.Itoa(n)
			want = append(want, letters+strings.Repeat("0", max(0, int(width%6)-len(digits)))+digits)
		}
		last := want[len(want)-1]
		got, err := property.ParseCodes(want[0] + "–" + last)
		require.NoError(t, err, "%s to %s", want[0], last)
		require.Equal(t, want, got)
	})
}
