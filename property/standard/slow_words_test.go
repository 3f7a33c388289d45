package standard_test

import (
	"testing"

	"github.com/wuyekit/wuye/property/standard"
)

// slowWords are the names of the standards that the slow model is held against.
func slowWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	return decode[standard.Vocabulary](tb, `{"code": "slow", "figures": [{"code": "good"}, {"code": "all"}, {"code": "plan"}],
		"estate": [{"name": "tank", "type": "boolean"}, {"name": "size", "type": "number"}, {"name": "opened", "type": "date"}],
		"kinds": [
		{"code": "lift", "name": {"en": "lift"}, "subject": true, "fields": [{"name": "level", "type": "number"}, {"name": "grade", "type": "text", "order": "grades"},
			{"name": "on", "type": "date"}, {"name": "knownOn", "type": "date"}, {"name": "at", "type": "instant"}, {"name": "from", "type": "instant"}, {"name": "to", "type": "instant"},
			{"name": "people", "type": "number"}]},
		{"code": "check", "name": {"en": "check"}, "of": "lift", "fields": [{"name": "hours", "type": "number"}, {"name": "planned", "type": "boolean"}, {"name": "meter", "type": "number"}]},
		{"code": "bigCheck", "name": {"en": "bigCheck"}, "of": "lift", "fields": [{"name": "hours", "type": "number"}, {"name": "planned", "type": "boolean"}]},
		{"code": "shift", "name": {"en": "shift"}, "of": "lift", "fields": [{"name": "post", "type": "text"}, {"name": "fit", "type": "boolean"}]},
		{"code": "repair", "name": {"en": "repair"}, "of": "lift", "fields": [{"name": "class", "type": "text"}, {"name": "agreedAt", "type": "instant"}, {"name": "agreedOn", "type": "date"}],
			"events": [{"code": "reported"}, {"code": "arrived"}, {"code": "done"}, {"code": "cancelled"}, {"code": "excused"}, {"code": "paused"}, {"code": "resumed"}, {"code": "closed"}]},
		{"code": "sheet", "name": {"en": "sheet"}, "of": "lift", "items": [{"code": "a"}, {"code": "b"}, {"code": "c"}]},
		{"code": "finding", "name": {"en": "finding"}, "of": "lift", "fields": [{"name": "item", "type": "text"}]},
		{"code": "permit", "name": {"en": "permit"}, "of": "lift", "fields": [{"name": "copies", "type": "number"}]},
		{"code": "test", "name": {"en": "test"}, "of": "lift", "fields": [{"name": "copies", "type": "number"}]},
		{"code": "entry", "name": {"en": "entry"}, "of": "lift", "fields": [{"name": "people", "type": "number"}, {"name": "limit", "type": "number"}, {"name": "role", "type": "text"},
			{"name": "grade", "type": "text", "order": "grades"}, {"name": "papers", "type": "list"}, {"name": "day", "type": "date"}, {"name": "at", "type": "instant"}, {"name": "waiver", "type": "text"},
			{"name": "inside", "type": "boolean"}, {"name": "time", "type": "time"}, {"name": "length", "type": "span"}]},
		{"code": "leave", "name": {"en": "leave"}, "fields": [{"name": "group", "type": "text"}, {"name": "waiver", "type": "text"}]},
		{"code": "noise", "name": {"en": "noise"}, "of": "lift"}]}`)
}
