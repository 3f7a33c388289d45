package property_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// TestWhoPays is the table a finance clerk would write: the unit's situation on
// 2026-11-16, and who pays the management fee under each rule. "A/B" is A pays and B
// answers for it too (物业管理条例 art. 41).
func TestWhoPays(t *testing.T) {
	const day, before, after = "2026-11-16", "2026-01-01", "2026-12-01"
	unit := func(sold, delivered, payer string) property.Unit {
		u := property.Unit{Code: "u", Use: property.Dwelling, DefaultPayer: payer}
		if sold != "" {
			u.SoldOn = on(sold)
		}
		if delivered != "" {
			u.DeliveredOn = on(delivered)
		}
		return u
	}
	owner, joint := owned("u", before, "", "owner"), owned("u", before, "", "wife", "husband")
	rental := let("u", before, "", "tenant", "pm")
	rental.Kind = property.PublicRental
	selfUse := property.Tenancy{Unit: "u", Kind: property.SelfUse, Holders: by("user"), Term: term(before, ""), Pays: []string{"pm"}}
	tests := []struct {
		name                               string
		unit                               property.Unit
		tenancies                          []property.Tenancy
		agreed, ownerPays, occupant, byDev string
	}{
		{"unsold", unit("", "", "dev"), nil, "dev", "dev", "dev", "dev"},
		{"unsold, no developer known", unit("", "", ""), nil, "", "", "", ""},
		{"sold, not handed over", unit(before, "", "dev"), []property.Tenancy{owner}, "dev", "dev", "dev", "dev"},
		{"sold, handed over later", unit(before, after, "dev"), []property.Tenancy{owner}, "dev", "dev", "dev", "dev"},
		{"handed over today", unit(before, day, "dev"), []property.Tenancy{owner}, "owner", "owner", "owner", "dev"},
		{"handed over tomorrow", unit(before, "2026-11-17", "dev"), []property.Tenancy{owner}, "dev", "dev", "dev", "dev"},
		{"handed over", unit(before, before, "dev"), []property.Tenancy{owner}, "owner", "owner", "owner", "dev"},
		{"not handed over, no developer known", unit(before, "", ""), []property.Tenancy{owner}, "owner", "owner", "owner", ""},
		{"nothing recorded but the owner", unit("", "", "dev"), []property.Tenancy{owner}, "owner", "owner", "owner", "dev"},
		{"owner, nobody else", unit("", "", ""), []property.Tenancy{owner}, "owner", "owner", "owner", ""},
		{"joint owners", unit("", "", ""), []property.Tenancy{joint}, "husband+wife", "husband+wife", "husband+wife", ""},
		{
			"tenant pays this fee", unit("", "", ""),
			[]property.Tenancy{owner, let("u", before, "", "tenant", "water", "pm")},
			"tenant/owner", "owner", "tenant/owner", "",
		},
		{
			"tenant pays every fee", unit("", "", ""),
			[]property.Tenancy{owner, let("u", before, "", "tenant", property.AllFees)},
			"tenant/owner", "owner", "tenant/owner", "",
		},
		{
			"tenant pays other fees", unit("", "", ""),
			[]property.Tenancy{owner, let("u", before, "", "tenant", "water")},
			"owner", "owner", "tenant/owner", "",
		},
		{"tenant pays none", unit("", "", ""), []property.Tenancy{owner, let("u", before, "", "tenant")}, "owner", "owner", "tenant/owner", ""},
		{
			"tenant of joint owners", unit("", "", ""),
			[]property.Tenancy{joint, let("u", before, "", "tenant", "pm")},
			"tenant/husband,wife", "husband+wife", "tenant/husband,wife", "",
		},
		{
			"tenant who is one of the owners", unit("", "", ""),
			[]property.Tenancy{joint, let("u", before, "", "wife", "pm")},
			"wife/husband", "husband+wife", "wife/husband", "",
		},
		{
			"tenant of the developer", unit("", "", "dev"),
			[]property.Tenancy{let("u", before, "", "tenant", "pm")},
			"tenant/dev", "dev", "tenant/dev", "dev",
		},
		{
			"tenant, handed over later", unit(before, after, "dev"),
			[]property.Tenancy{owner, let("u", before, "", "tenant", "pm")},
			"tenant/dev", "dev", "tenant/dev", "dev",
		},
		{"tenant, owner unknown", unit("", "", ""), []property.Tenancy{let("u", before, "", "tenant", "pm")}, "tenant", "", "tenant", ""},
		{"the lease ended today", unit("", "", ""), []property.Tenancy{owner, let("u", before, day, "tenant", "pm")}, "owner", "owner", "owner", ""},
		{
			"the lease begins today", unit("", "", ""),
			[]property.Tenancy{owner, let("u", day, "", "tenant", "pm")},
			"tenant/owner", "owner", "tenant/owner", "",
		},
		{
			"the lease begins tomorrow", unit("", "", ""),
			[]property.Tenancy{owner, let("u", "2026-11-17", "", "tenant", "pm")},
			"owner", "owner", "owner", "",
		},
		{"public rental", unit("", "", ""), []property.Tenancy{owner, rental}, "tenant/owner", "owner", "tenant/owner", ""},
		{"own use that pays", unit("", "", ""), []property.Tenancy{owner, selfUse}, "user/owner", "owner", "user/owner", ""},
		{
			"sold today", unit("", "", ""),
			[]property.Tenancy{owned("u", before, day, "seller"), owned("u", day, "", "buyer")},
			"buyer", "buyer", "buyer", "",
		},
		{
			"sold tomorrow", unit("", "", ""),
			[]property.Tenancy{owned("u", before, "2026-11-17", "seller"), owned("u", "2026-11-17", "", "buyer")},
			"seller", "seller", "seller", "",
		},
		{"owned from tomorrow", unit("", "", "dev"), []property.Tenancy{owned("u", "2026-11-17", "", "buyer")}, "dev", "dev", "dev", "dev"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := built(t, property.Estate{
				Parties: parties("owner", "wife", "husband", "tenant", "dev", "seller", "buyer", "user"),
				Units:   []property.Unit{tt.unit}, Tenancies: tt.tenancies,
			})
			for i, want := range []string{tt.agreed, tt.ownerPays, tt.occupant, tt.byDev} {
				rule := rules()[i]
				p, ok := r.Payers("pm", rule).At(0, on(day))
				got := r.PayerKey(p)
				pays, behind, answers := strings.Cut(want, "/")
				require.Equal(t, pays, got, rule)
				require.Equal(t, want != "", ok, rule)
				var liable []string
				if want != "" {
					liable = strings.Split(strings.ReplaceAll(pays, "+", ","), ",")
				}
				if answers {
					liable = append(liable, strings.Split(behind, ",")...)
				}
				require.Equal(t, liable, r.AppendLiable(nil, p), rule)
			}
			unset, ok1 := r.Payers("pm", 0).At(0, on(day))
			agreed, ok2 := r.Payers("pm", property.AgreedPayer).At(0, on(day))
			require.Equal(t, agreed, unset, "unset means agreed")
			require.Equal(t, ok2, ok1)
		})
	}
}

func TestPayer(t *testing.T) {
	r := built(t, property.Estate{
		Parties: []property.Party{{Code: "A", Name: "张三"}, {Code: "B"}, {Code: "C", Name: "王五"}},
		Units:   []property.Unit{dwelling("1"), dwelling("2"), dwelling("3"), dwelling("4"), dwelling("5")},
		Tenancies: []property.Tenancy{
			owned("1", "2026-01-01", "", "A"), owned("2", "2026-01-01", "", "B", "A"), owned("3", "2026-01-01", "", "B:2/3", "A:1/3"),
			owned("4", "2026-01-01", "", "A:1/2", "B:50%"),
		},
	})
	pm := r.Payers("pm", property.AgreedPayer)
	tests := []struct{ unit, key, single, holders, names string }{
		{"1", "A", "A", "A:1", "张三"},
		{"2", "A+B", "", "A:1/2,B:1/2", "张三、B"},
		{"3", "A:1/3+B:2/3", "", "A:1/3,B:2/3", "张三、B"},
		{"4", "A+B", "", "A:1/2,B:1/2", "张三、B"},
		{"5", "", "", "", ""},
	}
	byKey := map[string]property.Payer{}
	for _, tt := range tests {
		p, ok := pm.At(ref(t, r, tt.unit), on("2026-01-01"))
		require.Equal(t, tt.key != "", ok, tt.unit)
		require.Equal(t, tt.key, r.PayerKey(p), tt.unit)
		single, ok := r.Single(p)
		require.Equal(t, tt.single, single, tt.unit)
		require.Equal(t, tt.single != "", ok, tt.unit)
		require.Equal(t, tt.holders, text(r.AppendHolders(nil, p)), tt.unit)
		require.Equal(t, tt.names, r.PartyNames(p), tt.unit)
		if have, ok := byKey[tt.key]; ok {
			require.Equal(t, have, p, "payers of one key are equal")
		}
		byKey[tt.key] = p
	}
	p := byKey["A"]
	require.Equal(t, "x:1,A:1", text(r.AppendHolders(append(by("x:1"), property.Holder{})[:1], p)))
	require.Equal(t, []string{"A", "A"}, r.AppendLiable([]string{"A"}, p), "what stood there before is not looked at")
}

func TestPayersSame(t *testing.T) {
	e := property.Estate{
		Parties: parties("A", "T"), Units: []property.Unit{dwelling("1"), dwelling("2")},
		Tenancies: []property.Tenancy{
			owned("1", "2026-01-01", "", "A"), let("1", "2026-01-01", "", "T", "pm", "lift"), let("2", "2026-01-01", "", "T", "water"),
		},
	}
	r := built(t, e)
	pm := r.Payers("pm", property.AgreedPayer)
	require.True(t, pm.Same(r.Payers("pm", 0)))
	require.True(t, pm.Same(r.Payers("lift", property.AgreedPayer)), "every tenancy lists both or neither")
	require.False(t, pm.Same(r.Payers("water", property.AgreedPayer)))
	require.False(t, pm.Same(r.Payers("pm", property.OwnerPays)))
	require.False(t, pm.Same(built(t, e).Payers("pm", property.AgreedPayer)), "another register")
}

func TestNothingAllocates(t *testing.T) {
	e := sampleEstate()
	r := built(t, e)
	u, joint := ref(t, r, "T-0803"), ref(t, r, "V1")
	d, open := on("2026-05-16"), civil.Period{Start: on("2026-01-01")}
	pm := r.Payers("pm", property.AgreedPayer)
	sel := r.Select(property.Scope{
		Zones: []string{"highrise"}, Floors: &property.FloorRange{From: 7, To: 28}, Units: []string{"T-0803"}, ExceptUnits: []string{"V1"},
	})
	owner, _ := r.Payers("pm", property.OwnerPays).At(u, d)
	rent := r.AgreedPrices("rent")
	changes, vacant := make([]civil.Date, 0, 32), make([]civil.Period, 0, 8)
	holders, codes := make([]property.Holder, 0, 4), make([]string, 0, 4)
	for name, f := range map[string]func(){
		"Find":          func() { _, _ = r.Find("T-0803") },
		"FindExternal":  func() { _, _ = r.FindExternal("erp", "101") },
		"Code":          func() { _ = r.Code(u) },
		"Use":           func() { _ = r.Use(u) },
		"Building":      func() { _ = r.Building(u) },
		"Zone":          func() { _ = r.Zone(u) },
		"Areas":         func() { _, _ = r.Areas(u, d) },
		"AppendChanges": func() { _ = r.AppendChanges(changes, u, open) },
		"Vacant":        func() { _ = r.Vacant(u, d) },
		"AgreedPrices":  func() { _, _ = rent.At(u, d) },
		"risen":         func() { _, _ = rent.At(u, on("2026-07-05")) },
		"Starts": func() {
			for range rent.Starts(u) {
				continue
			}
		},
		"Spaces":          func() { _ = r.Spaces(u) },
		"DeliveredOn":     func() { _ = r.DeliveredOn(u) },
		"IsDefault":       func() { _ = r.IsDefault(u, owner) },
		"PartyPayer":      func() { _, _ = r.PartyPayer("T") },
		"AppendVacancies": func() { _ = r.AppendVacancies(vacant, u) },
		"Tenure":          func() { _ = r.Tenure(u, d) },
		"Payers.At":       func() { _, _ = pm.At(u, d) },
		"At, joint":       func() { _, _ = pm.At(joint, d) },
		"Selection.Has":   func() { _ = sel.Has(u) },
		"PayerKey":        func() { _ = r.PayerKey(owner) },
		"AppendHolders":   func() { _ = r.AppendHolders(holders, owner) },
		"AppendLiable":    func() { _ = r.AppendLiable(codes, owner) },
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
	require.Equal(t, "A:1/3+B:2/3", r.PayerKey(owner))
	require.True(t, sel.Has(u))
	_, ok := rent.At(u, on("2026-07-05"))
	require.True(t, ok)
	require.NotEmpty(t, r.AppendVacancies(nil, u))
}

func BenchmarkPayersAt(b *testing.B) {
	r := built(b, sampleEstate())
	pm := r.Payers("pm", property.AgreedPayer)
	u, d := ref(b, r, "T-0803"), on("2026-05-16")
	b.ReportAllocs()
	for b.Loop() {
		pm.At(u, d)
	}
}
