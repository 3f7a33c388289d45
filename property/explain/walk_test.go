package explain_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

func TestWalk(t *testing.T) {
	s := explain.Sum("", explain.Product("", num("1", ""), num("2", "")), num("3", ""))
	var all, top []string
	explain.Walk(s, func(path string, s explain.Step) bool {
		all = append(all, path+"="+s.Value.Text)
		return true
	})
	explain.Walk(s, func(path string, s explain.Step) bool {
		top = append(top, path)
		return s.Op != explain.OpProduct
	})
	want := []string{"=5", "inputs[0]=2", "inputs[0].inputs[0]=1", "inputs[0].inputs[1]=2", "inputs[1]=3"}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"", "inputs[0]", "inputs[1]"}, top); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestFilter(t *testing.T) {
	whole := explain.Sum("", partMonth(), num("5", "CNY"))
	cut, ok := explain.Filter(whole, func(s explain.Step) bool { return s.Source == "tariff pm" })
	require.True(t, ok)
	want := strings.TrimPrefix(`
合计：126.30 CNY
├ 物业服务费 1-0803：121.30 CNY，四舍五入到 0.01 CNY
│  └ 乘积：≈ 121.298710 CNY（3760.26/31）
│     ├ price：2.80 CNY/m2（来源：tariff pm）
│     └ ……（另有 2 项未列出）
└ ……（另有 1 项未列出）
`, "\n")
	if diff := cmp.Diff(want, explain.Text(printer(t, "zh"), cut)); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	require.ErrorIs(t, cut.Check(), explain.ErrFiltered)
	require.NoError(t, whole.Check(), "the whole derivation stays whole")

	again, ok := explain.Filter(cut, func(s explain.Step) bool { return s.Op == explain.OpRound })
	require.True(t, ok)
	require.Equal(t, 1, again.Omitted)
	require.Equal(t, 1, again.Inputs[0].Omitted)
	require.Empty(t, again.Inputs[0].Inputs)

	_, ok = explain.Filter(whole, func(explain.Step) bool { return false })
	require.False(t, ok)
	same, ok := explain.Filter(whole, func(explain.Step) bool { return true })
	require.True(t, ok)
	require.NoError(t, same.Check())
}
