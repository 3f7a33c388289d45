package property_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
)

// word is an enumeration with a text.
type word interface {
	fmt.Stringer
	encoding.TextMarshaler
}

func TestWords(t *testing.T) {
	tests := []struct {
		value word
		read  encoding.TextUnmarshaler
		text  string
	}{
		{property.South, new(property.YardSide), "south"},
		{property.North, new(property.YardSide), "north"},
		{property.Both, new(property.YardSide), "both"},
		{property.Ownership, new(property.TenancyKind), "ownership"},
		{property.Lease, new(property.TenancyKind), "lease"},
		{property.PublicRental, new(property.TenancyKind), "publicRental"},
		{property.ShortLet, new(property.TenancyKind), "shortLet"}, // rule PROP-67
		{property.SelfUse, new(property.TenancyKind), "selfUse"},
		{property.Relocation, new(property.EndReason), "relocation"}, // rule PROP-11, all five
		{property.ChangeOfDirection, new(property.EndReason), "changeOfDirection"},
		{property.Merger, new(property.EndReason), "merger"},
		{property.Bankruptcy, new(property.EndReason), "bankruptcy"},
		{property.OtherReason, new(property.EndReason), "other"},
		{property.AgreedPayer, new(property.PayerRule), "agreed"},
		{property.OwnerPays, new(property.PayerRule), "owner"},
		{property.OccupantPays, new(property.PayerRule), "occupant"},
		{property.DefaultPays, new(property.PayerRule), "default"},
		{property.Added, new(property.ChangeKind), "added"},
		{property.Changed, new(property.ChangeKind), "changed"},
		{property.Vanished, new(property.ChangeKind), "vanished"},
		{property.Unsold, new(property.Handover), "unsold"}, // rule PROP-47
		{property.Unclaimed, new(property.Handover), "unclaimed"},
		{property.Claimed, new(property.Handover), "claimed"},
		{property.SelfUsed, new(property.Tenure), "selfUsed"}, // rule PROP-10
		{property.Sold, new(property.Tenure), "sold"},
		{property.Leased, new(property.Tenure), "leased"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%T %s", tt.value, tt.text), func(t *testing.T) {
			require.Equal(t, tt.text, tt.value.String())
			text, err := tt.value.MarshalText()
			require.NoError(t, err)
			require.Equal(t, tt.text, string(text))
			require.NoError(t, tt.read.UnmarshalText(text))
			require.Equal(t, fmt.Sprint(tt.value), fmt.Sprint(tt.read))
			require.True(t, rule(tt.read.UnmarshalText([]byte("Of no kind")), invalid.ErrWord))
			require.Equal(t, fmt.Sprint(tt.value), fmt.Sprint(tt.read), "a word not understood changes nothing")
		})
	}
	for _, unset := range []word{
		property.YardSide(0), property.TenancyKind(0), property.EndReason(0), property.PayerRule(0), property.ChangeKind(0),
		property.YardSide(9), property.TenancyKind(9), property.EndReason(9), property.PayerRule(9), property.ChangeKind(9),
	} {
		_, err := unset.MarshalText()
		require.True(t, rule(err, invalid.ErrWord), "%T", unset)
		require.Regexp(t, `^\w+\([09]\)$`, unset.String())
	}
}

func TestLettings(t *testing.T) {
	for kind, want := range map[property.TenancyKind]bool{
		property.Ownership: false, property.SelfUse: false,
		property.Lease: true, property.PublicRental: true, property.ShortLet: true,
	} {
		require.Equal(t, want, kind.IsLetting(), kind)
	}
}

// FuzzWords: a word read is written as it was read, and one not understood changes nothing.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"south", "ownership", "relocation", "agreed", "added", "unsold", "leased", "Sold", "EndReason(9)", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, v := range []interface {
			word
			encoding.TextUnmarshaler
		}{
			new(property.YardSide), new(property.TenancyKind), new(property.EndReason), new(property.PayerRule),
			new(property.ChangeKind), new(property.Handover), new(property.Tenure),
		} {
			unset := v.String()
			if v.UnmarshalText([]byte(text)) != nil {
				require.Equal(t, unset, v.String())
				continue
			}
			back, err := v.MarshalText()
			require.NoError(t, err)
			require.Equal(t, text, string(back))
		}
	})
}
