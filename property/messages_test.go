package property_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, property.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))

	rules := []invalid.RuleError{
		property.ErrCode, property.ErrCodeRange, property.ErrCodeTwice, property.ErrRegion, property.ErrDuplicate,
		property.ErrNoSuch, property.ErrTooMuch, property.ErrCount, property.ErrFloors, property.ErrFloorOutside,
		property.ErrOutsideBuilding, property.ErrBandOverlap, property.ErrBandStraddles, property.ErrBandMissing, property.ErrBandsExceed,
		property.ErrNoArea, property.ErrInternalArea, property.ErrSide, property.ErrDeliveredFirst, property.ErrShare,
		property.ErrShares, property.ErrOutsideTerm, property.ErrOverlap, property.ErrOwnershipGap,
		property.ErrHolderKey, property.ErrScopeUnits, property.ErrSpent, property.ErrScope, property.ErrSpaces,
		property.ErrAgreedAll, property.ErrAgreedPrice, property.ErrAgreedTooLarge, property.ErrAgreedTwice,
		property.ErrEscalationRate, property.ErrEscalationEvery, property.ErrEscalationStep, property.ErrEscalationRise, property.ErrFreeOrder, property.ErrFreeOutside,
	}
	require.Len(t, b.Languages(), 2)
	for _, rule := range rules {
		args := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(rule.English(), "%[")]
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg)
			}
		}
	}
}

// TestMessagesFit: what the package reports fills every place of its sentences.
func TestMessagesFit(t *testing.T) {
	_, err := property.Estate{
		Community: property.Community{Code: "rose", Region: "x"},
		Buildings: []property.Building{
			{Code: "1", Zone: "z", Floors: 3, Lifts: -1, Bands: []property.FloorBand{band(1, 4, "", "1"), band(4, 2, "m", "1"), band(1, 2, "m", "1")}},
		},
		Parties: parties("A", "A"),
		Units: []property.Unit{
			{Code: "u", Building: "1", Floor: 4, Use: property.Shop, Side: property.South, SoldOn: on("2026-01-02"), DeliveredOn: on("2026-01-01")},
			{Code: "v", Use: property.Shop, Areas: yearly(256)},
		},
		Tenancies: []property.Tenancy{
			owned("u", "2026-01-01", "2026-02-01", "A:1/2", "B:1/3"), owned("u", "2026-01-31", "2026-03-01", "A"),
			owned("u", "2026-03-02", "", "A"), let("v", "2026-01-01", "", "A", ""),
		},
	}.Build()
	require.Error(t, err)
	require.NotContains(t, err.Error(), "%!")
	for _, want := range []string{
		`community.region: "x" is not a GB/T 2260 code`,
		"unit u is on floor 4 of building 1, which has 3 floors and 0 basements",
		"unit u has neither owner nor default payer from 2026-03-01 to 2026-03-01",
		"unit u: an earlier ownership is still in force on 2026-01-31, when this ownership starts",
		"the shares of unit u do not add up to exactly 1",
		"there is no party B",
		"areas: more than the 255 a register holds",
	} {
		require.Contains(t, err.Error(), want)
	}
}
