package jsonschema

// Known returns the schemas of the value types of the core, by package and type
// name. Every value type whose text has a form stands here once, for all documents;
// its test compares each pattern with the type's own parser.
func Known() map[string]Schema {
	return map[string]Schema{
		"decimal.Decimal": {
			Type: TypeNames{"string", "number"}, Pattern: `^-?[0-9]+(\.[0-9]+)?$`,
			Description: "A decimal number, taken digit by digit: a text or a number, no exponent, at most 40 digits.",
		},
		"time.Time": {Type: TypeNames{"string"}, Format: "date-time"},

		"civil.Date":     {Type: TypeNames{"string"}, Format: "date", Pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`},
		"civil.Span":     pattern(`^(P([0-9]+[YMWD])+(T([0-9]+[HMS])+)?|PT([0-9]+[HMS])+|[0-9]+wd)$`, "PT30M", "P7D", "P1M", "5wd"),
		"civil.MonthDay": pattern(`^[0-9]{2}-[0-9]{2}$`, "11-15"),
		"civil.Season": {
			Type: TypeNames{"string"}, Pattern: `^[0-9]{2}-[0-9]{2}/[0-9]{2}-[0-9]{2}$`, Examples: []string{"11-15/03-15"},
			Description: "The first and the last day of every year's season, both inclusive.",
		},
		"civil.Moment":    pattern(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$`, "2026-01-10T08:00"),
		"civil.TimeOfDay": pattern(`^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`, "08:30", "24:00"),
		"civil.Window":    pattern(`^([01][0-9]|2[0-3]):[0-5][0-9]/(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`, "09:00/12:00", "22:00/06:00"),

		"money.Amount":   pattern(`^(0|-?[0-9]+(\.[0-9]{1,3})? [A-Z]{3})$`, "2467.36 CNY"),
		"money.Currency": pattern(`^[A-Z]{3}$`, "CNY"),
		"money.Price":    pattern(`^[0-9]+(\.[0-9]{1,6})?$`, "2.80"),
		"money.Rate":     pattern(`^([0-9]+(\.[0-9]{1,6})?|[0-9]+(\.[0-9]{1,4})?%)$`, "0.06", "6%"),

		"measure.Area":     pattern(`^[0-9]+(\.[0-9]{1,4})?$`, "89.53"),
		"measure.Quantity": pattern(`^-?[0-9]+(\.[0-9]{1,4})?( [!-~]{1,8})?$`, "89.53 m2"),
		"measure.Unit":     pattern(`^[!-~]{1,8}$`, "m2", "kWh"),

		"property.Share": pattern(`^([0-9]+(/[0-9]+)?|[0-9]+(\.[0-9]+)?%)$`, "1/3", "50%"),

		"metric.Figure": pattern(`^-?[0-9]+(\.[0-9]+)?$`, "1176", "0.98"),

		"sla.Length": pattern(`^-?PT([0-9]+[HM])*([0-9]+(\.[0-9]{1,9})?S)?$`, "PT41H20M", "PT0S", "-PT5M"),

		"rating.Score": pattern(`^-?[0-9]+(\.[0-9]+|/[0-9]+)?$`, "92.1875", "1258/15"),

		"standard.Point": pattern(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?$`, "2025-01-01", "2025-08-20T09:00:00+08:00"),

		"billing.Exact": pattern(`^[0-9]+(\.[0-9]+)?$`, "250.684"),
	}
}

// pattern returns the schema of a text; patterns keep to what every dialect of
// regular expressions has.
func pattern(p string, examples ...string) Schema {
	return Schema{Type: TypeNames{"string"}, Pattern: p, Examples: examples}
}
