package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/estate"
)

// TestKindsHaveNames: the report tells the kinds of lines apart, whatever a line can be computed from.
func TestKindsHaveNames(t *testing.T) {
	kinds := map[string]bool{}
	for i := range reflect.TypeFor[billing.LineFacts]().NumField() {
		name, _, _ := strings.Cut(reflect.TypeFor[billing.LineFacts]().Field(i).Tag.Get("json"), ",")
		text := string(kindText(name))
		require.False(t, kinds[text], "%s is told as another kind: %s", name, text)
		kinds[text] = true
	}
}

// TestMetersAndCosts bills the estate by its meters and shared costs: each kind of line is named, and a cost
// that cannot be charged is told with its reason.
func TestMetersAndCosts(t *testing.T) {
	in, err := estate.LoadUtilities(estate.Files(), mustMonth(t).Start)
	require.NoError(t, err)
	dir := t.TempDir()
	store := func(name string, doc any) string {
		data, err := json.Marshal(doc)
		require.NoError(t, err)
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, data, 0o600))
		return path
	}
	args := []string{"-lang", "en", "-period", "2026-03", "-tariffs", store("tariffs.json", in.Book), "-facts"}
	text := reportOf(t, append(args, store("facts.json", in.Facts))...)
	for _, kind := range []string{"meter readings  ", "share of a cost  ", "formula  ", "quantity × price  "} {
		require.Equal(t, 1, strings.Count(text, "\n  "+kind), kind)
	}
	require.NotContains(t, text, "is charged to nobody")

	in.Facts.Readings = slices.DeleteFunc(in.Facts.Readings, func(r meter.Reading) bool { return r.Meter == "E-LIFT" })
	text = reportOf(t, append(args, store("facts.json", in.Facts))...)
	require.Contains(t, text, "Careful: cost lift-2026-03 is charged to nobody: ")
}

// TestOwnHeaders: without fields in the mapping a header that is not known is named, since what depends on it
// holds the units.
func TestOwnHeaders(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"units.csv":          "房号,用途,面积,业主编号\n1-101,住宅,89.53,Y1\n",
		"units.mapping.json": "{}",
		"units.tariffs.json": `{"currency":"CNY","tariffs":[{"code":"pm","state":"inForce","appliesTo":{"all":true},"basis":{"area":{}},"prices":[{"value":{"price":"2.80"}}]}]}`,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	text := reportOf(t, "-lang", "en", "-units", filepath.Join(dir, "units.csv"), "-mapping", filepath.Join(dir, "units.mapping.json"))
	require.Contains(t, text, "No field reads these columns of the file: 面积\n")
	require.Contains(t, text, "\n\nNothing was billed: every unit that a tariff applies to is held.\n\nHeld units\n  1-101  no gross floor area")
	require.NotContains(t, text, "\n\n\n")
}
