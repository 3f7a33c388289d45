package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// contractClauses are those of the contract, by department.
const contractClauses = "MAINT-01 MAINT-22 MAINT-29 MAINT-30 MAINT-38 MAINT-47 MAINT-61 MAINT-66 SEC-02 SEC-20 SEC-53 CLEAN-13 CLEAN-15 CLEAN-64 " +
	"CS-10 CS-11 STAFF-08 STAFF-09 BILL-05 BILL-35 KPI-29 KPI-53 KPI-64 EVENT-12 EVENT-28 EVENT-45 EVENT-62"

// contractParams are what the contract says of what the sources leave open. It says nothing of gapOld, complaintBase, i.garden and i.facility.
const contractParams = "oldFrom 20|gapYoung P12M|overhaulHours 8000|liftUp 99.5%|i.road P1D|i.corridor P1D|i.lift P1D|i.disinfect P7D|i.binDisinfect P1D|" +
	"i.water P7D|i.fertilise P1M|i.prune P1M|i.lawn P14D|i.collect P1D"

// TestContract: data/standard.json has the clauses that the library ships, to the letter but for their proofs, with the contract's parameters; with
// -update it is written.
func TestContract(t *testing.T) {
	all, _, err := standard.Join(standard.Sample(), standard.Assessment())
	require.NoError(t, err)
	ids := strings.Fields(contractClauses)
	c := standard.Standard{
		ID: "WY-2024-017", Version: "2026", Calendar: "office", From: civil.MustParse("2024-01-01"),
		Name:   metric.Name{ZH: "锦园国际公寓物业服务合同", EN: "Service contract of Jinyuan International Apartments"},
		Source: "examples/estate, WY-2024-017", Orders: all.Orders,
	}
	for _, id := range ids {
		i := slices.IndexFunc(all.Clauses, func(c standard.Clause) bool { return c.ID == id })
		require.GreaterOrEqual(t, i, 0, id)
		clause := all.Clauses[i]
		clause.Proofs = nil
		c.Clauses = append(c.Clauses, clause)
	}
	for _, a := range all.Aliases {
		if !slices.ContainsFunc(a.Of, func(of string) bool { id, _, _ := strings.Cut(of, "/"); return !slices.Contains(ids, id) }) {
			c.Aliases = append(c.Aliases, a)
		}
	}
	text, err := json.Marshal(c.Clauses)
	require.NoError(t, err)
	for _, p := range all.Params {
		if bytes.Contains(text, []byte(`"$`+p.Name+`"`)) {
			c.Params = append(c.Params, p)
		}
	}
	var given []standard.Param
	for line := range strings.SplitSeq(contractParams, "|") {
		name, value, _ := strings.Cut(line, " ")
		given = append(given, standard.Param{Name: name, Value: value, Source: "WY-2024-017 附件三"})
	}
	c, err = c.With(given...)
	require.NoError(t, err)
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	require.NoError(t, enc.Encode(c))
	golden.Check(t, "data/standard.json", out.Bytes())
}
