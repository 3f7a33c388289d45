package stock_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/stock"
)

// TestCatalogueProblems: every rule of a catalogue, with its place.
func TestCatalogueProblems(t *testing.T) {
	tests := []struct {
		name, json string
		want       []string
	}{
		{"nothing", `{}`, []string{"items invalid/required"}},
		{"an empty item", `{"items":[{}]}`, []string{
			"items[0].code invalid/required", "items[0].unit invalid/required", "items[0].kept invalid/required",
		}},
		{"twice", `{"items":[{"code":"a","unit":"pc","kept":[{"place":"s"},{"place":"s"}]},{"code":"a","unit":"pc","kept":[{"place":"s"}]}]}`, []string{
			"items[0].kept[1].place stock/twice", "items[1].code stock/twice",
		}},
		{"names", `{"items":[{"code":" a","unit":"pc","kept":[{"place":"s\u0000","keeper":"x "}]}]}`, []string{
			"items[0].code stock/code", "items[0].kept[0].place stock/code", "items[0].kept[0].keeper stock/code",
		}},
		{"a unit of two words", `{"items":[{"code":"a","unit":"kg/pc","kept":[{"place":"s"}]}]}`, []string{"items[0].unit stock/unit-word"}},
		{"a unit beginning with a digit", `{"items":[{"code":"a","unit":"5pc","kept":[{"place":"s"}]}]}`, []string{"items[0].unit stock/unit-word"}},
		{"first in for what expires", `{"items":[{"code":"a","unit":"pc","expires":true,"order":"firstIn","kept":[{"place":"s"}]}]}`, []string{"items[0].order stock/order-expires"}},
		{"quantities", `{"items":[{"code":"a","unit":"pc","pack":"0 pc","kept":[{"place":"s","minimum":"-1 pc","upTo":"2 kg"}]}]}`, []string{
			"items[0].pack stock/zero", "items[0].kept[0].minimum stock/negative", "items[0].kept[0].upTo stock/unit",
		}},
		{"a negative pack", `{"items":[{"code":"a","unit":"pc","pack":"-5 pc","kept":[{"place":"s"}]}]}`, []string{"items[0].pack stock/negative"}},
		{"targets", `{"items":[{"code":"a","unit":"pc","kept":[{"place":"s","minimum":"5 pc","upTo":"4 pc"},{"place":"t","upTo":"4 pc"}]}]}`, []string{
			"items[0].kept[0].upTo stock/up-to-low", "items[0].kept[1].upTo stock/up-to-alone",
		}},
		{"critical", `{"items":[{"code":"a","unit":"pc","critical":true,"kept":[{"place":"s"},{"place":"t","minimum":"0 pc","keeper":"李"}]}]}`, []string{
			"items[0].kept[0].minimum stock/critical-minimum", "items[0].kept[0].keeper stock/critical-keeper", "items[0].kept[1].minimum stock/critical-minimum",
		}},
		{"life", `{"items":[{"code":"a","unit":"pc","life":"PT5H","lifeUse":"0 h","kept":[{"place":"s"}]},{"code":"b","unit":"pc","life":"P101Y","lifeUse":"5","kept":[{"place":"s"}]}]}`, []string{
			"items[0].life stock/span", "items[0].lifeUse stock/not-positive", "items[1].life stock/span", "items[1].lifeUse stock/unit-word",
		}},
		{"too large", `{"items":[{"code":"a","unit":"pc","pack":"900000000000000 pc","kept":[{"place":"s","minimum":"900000000000000 pc"}]}]}`, []string{"items[0].kept[0].minimum stock/large"}},
		{"a word", `{"items":[{"code":"a","unit":"pc","order":"random","kept":[{"place":"s"}]}]}`, []string{"items[0].order invalid/word"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := invalid.Decode[stock.Catalogue]([]byte(tt.json), "catalogue")
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			if tt.name != "a word" {
				_, err = stock.New(c)
				require.Equal(t, tt.want, problems(t, err), "New reports what Check does")
			}
		})
	}
	_, err := stock.New(items(stock.Item{Code: "a", Unit: unit("pc"), Order: 9, Kept: kept("s")}))
	require.Equal(t, []string{"items[0].order invalid/word"}, problems(t, err))
}

// TestMoveProblems: every rule that a move breaks by itself, with its place.
func TestMoveProblems(t *testing.T) {
	tests := []struct {
		name, json string
		want       []string
	}{
		{"an empty move", `{}`, []string{"seq stock/seq", "on invalid/required", "item invalid/required", "kind invalid/required"}},
		{"no kind of move", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"stolen"}`, []string{"kind invalid/word"}},
		{"no quantity", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"received"}`, []string{"quantity invalid/required"}},
		{"zero", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"received","quantity":"0 pc"}`, []string{"quantity stock/zero"}},
		{"negative", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"counted","quantity":"-3 pc"}`, []string{"quantity stock/negative"}},
		{"names", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"issued","ref":"WO","quantity":"3 pc","lot":"A ","position":"\u200b"}`, []string{"lot stock/code", "position stock/code"}},
		{"issued to nobody", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"issued","quantity":"3 pc"}`, []string{" stock/receiver"}},
		{"scrapped for no reason", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"scrapped","quantity":"3 pc"}`, []string{"reason invalid/required"}},
		{"transferred nowhere", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"transferred","quantity":"3 pc"}`, []string{"to invalid/required"}},
		{"returned of nothing", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"returned","quantity":"3 pc"}`, []string{"of invalid/required"}},
		{"a reversal of a part", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"reversed","quantity":"3 pc","place":"store","lot":"A","expires":"2026-04-01"}`, []string{
			"quantity stock/stray", "of invalid/required", "reason invalid/required", "place stock/stray", "lot stock/stray", "expires stock/stray",
		}},
		{"stray fields", `{"seq":1,"on":"2026-03-01","item":"bulb","kind":"received","quantity":"3 pc","to":"x","position":"y","of":7}`, []string{
			"to stock/stray", "position stock/stray", "of stock/stray",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[stock.Log]([]byte(`{"moves":[`+tt.json+`]}`), "log")
			var want []string
			for _, w := range tt.want {
				want = append(want, strings.Replace("moves[0]."+w, ". ", " ", 1))
			}
			if diff := cmp.Diff(want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
	twice := stock.Log{Moves: []stock.Move{received("03-01", "bulb", "1 pc"), received("03-01", "bulb", "1 pc")}}
	twice.Moves[0].Seq, twice.Moves[1].Seq = 4, 4
	var l invalid.List
	twice.Check(&l)
	require.Equal(t, []string{"moves[1].seq stock/seq-twice"}, problems(t, l.Err("log")))
}

// TestReplayProblems: what cannot be, by the catalogue or by the books, with its place; the other moves are judged as well.
func TestReplayProblems(t *testing.T) {
	move := func(m stock.Move, change func(*stock.Move)) stock.Move { change(&m); return m }
	tests := []struct {
		name  string
		moves []stock.Move
		want  []string
	}{
		{"unknown item", numbered(received("03-01", "lamp", "1 pc")), []string{"moves[0].item stock/item"}},
		{"another unit", numbered(received("03-01", "bulb", "1 kg"), received("03-01", "bulb", "1")), []string{"moves[0].quantity stock/unit", "moves[1].quantity stock/unit"}},
		{"another place", numbered(move(received("03-01", "bulb", "1 pc"), func(m *stock.Move) { m.Place = "roof" })), []string{"moves[0].place stock/place"}},
		{"one of two places", numbered(move(baitLot("03-01", "1 kg", "A", "09-30"), func(m *stock.Move) { m.Place = "" })), []string{"moves[0].place stock/which-place"}},
		{"expiry not said", numbered(move(baitLot("03-01", "1 kg", "A", "09-30"), func(m *stock.Move) { m.Expires = 0 })), []string{"moves[0].expires stock/expires"}},
		{"expiry of what has none", numbered(move(received("03-01", "bulb", "1 pc"), func(m *stock.Move) { m.Expires = d("05-01") })), []string{"moves[0].expires stock/no-expiry"}},
		{"one lot, two dates", numbered(baitLot("03-01", "1 kg", "A", "09-30"), baitLot("03-02", "1 kg", "A", "10-31")), []string{"moves[1].expires stock/lot-expires"}},
		{"a count of all lots", numbered(move(counted("03-01", "bait", "1 kg", ""), func(m *stock.Move) { m.Place = "store" })), []string{"moves[0].lot stock/count-lot"}},
		{"a count of a new lot without its date", numbered(move(counted("03-01", "bait", "1 kg", ""), func(m *stock.Move) { m.Place, m.Lot = "store", "Z" })), []string{"moves[0].expires stock/expires"}},
		{"more than there is", numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "5 pc"), issued("03-03", "bulb", "4 pc"), issued("03-04", "bulb", "1 pc")), []string{
			"moves[1].quantity stock/not-there", "moves[3].quantity stock/not-there",
		}},
		{"short by the smallest part", numbered(received("03-01", "rope", "4 m"), issued("03-02", "rope", "4.0001 m")), []string{"moves[1].quantity stock/not-there"}},
		{"a receipt of which the smallest part was used", numbered(received("03-01", "rope", "4 m"), issued("03-02", "rope", "0.0001 m"), reversed("03-03", "rope", 1)), []string{"moves[2].of stock/gone"}},
		{"before it came", numbered(received("03-02", "bulb", "4 pc"), issued("03-01", "bulb", "1 pc")), []string{"moves[1].quantity stock/not-there"}},
		{"a late issue that takes what was used later", numbered(received("03-01", "bulb", "4 pc"), issued("03-05", "bulb", "4 pc"), issued("03-03", "bulb", "1 pc")), []string{"moves[1].quantity stock/not-there"}},
		{"out of date", numbered(baitLot("03-01", "2 kg", "A", "09-30"), issued("10-01", "bait", "1 kg")), []string{"moves[1].quantity stock/expired"}},
		{"out of date by name", numbered(baitLot("03-01", "2 kg", "A", "09-30"), baitLot("03-01", "2 kg", "B", "12-31"), move(issued("10-01", "bait", "1 kg"), func(m *stock.Move) { m.Lot = "A" })), []string{"moves[2].quantity stock/expired"}},
		{"transferred to itself", numbered(received("03-01", "bulb", "4 pc"), stock.Move{On: d("03-02"), Kind: stock.Transferred, Item: "bulb", Quantity: q("1 pc"), To: "store"}), []string{"moves[1].to stock/same-place"}},
		{"transferred away", numbered(received("03-01", "bulb", "4 pc"), stock.Move{On: d("03-02"), Kind: stock.Transferred, Item: "bulb", Quantity: q("1 pc"), To: "roof"}), []string{"moves[1].to stock/place"}},
		{"no such move", numbered(reversed("03-01", "bulb", 9)), []string{"moves[0].of stock/no-move"}},
		{"itself", numbered(reversed("03-01", "bulb", 1)), []string{"moves[0].of stock/later"}},
		{"a later move", numbered(received("03-05", "bulb", "4 pc"), reversed("03-01", "bulb", 1)), []string{"moves[1].of stock/later"}},
		{"another item", numbered(received("03-01", "bulb", "4 pc"), reversed("03-02", "drill", 1)), []string{"moves[1].item stock/other-item"}},
		{"reversed twice", numbered(received("03-01", "bulb", "4 pc"), reversed("03-02", "bulb", 1), reversed("03-02", "bulb", 1)), []string{"moves[2].of stock/reversed-twice"}},
		{"a reversal reversed", numbered(received("03-01", "bulb", "4 pc"), reversed("03-02", "bulb", 1), reversed("03-02", "bulb", 2)), []string{"moves[2].of stock/reversal"}},
		{"a receipt that was used", numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "1 pc"), reversed("03-03", "bulb", 1)), []string{"moves[2].of stock/gone"}},
		{"returned of a receipt", numbered(received("03-01", "bulb", "4 pc"), returned("03-02", "bulb", "1 pc", 1)), []string{"moves[1].of stock/not-issued"}},
		{"returned too much", numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "3 pc"), returned("03-03", "bulb", "2 pc", 2), returned("03-03", "bulb", "2 pc", 2)), []string{"moves[3].quantity stock/return"}},
		{"an issue of which something came back", numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "3 pc"), returned("03-03", "bulb", "1 pc", 2), reversed("03-04", "bulb", 2)), []string{"moves[3].of stock/returned-part"}},
		{"returned of what was undone", numbered(received("03-01", "bulb", "4 pc"), issued("03-02", "bulb", "3 pc"), reversed("03-03", "bulb", 2), returned("03-04", "bulb", "1 pc", 2)), []string{"moves[3].of stock/reversed-twice"}},
		{"what follows a refused move is not told again", numbered(issued("03-02", "bulb", "3 pc"), returned("03-03", "bulb", "1 pc", 1), reversed("03-03", "bulb", 1)), []string{"moves[0].quantity stock/not-there"}},
		{"beyond counting", numbered(received("03-01", "bulb", "100000000000000 pc"), received("03-02", "bulb", "100000000000000 pc")), []string{"moves[1].quantity stock/large"}},
		{"numbers twice", []stock.Move{{Seq: 1, On: d("03-01"), Kind: stock.Received, Item: "bulb", Quantity: q("1 pc")}, {Seq: 1, On: d("03-01"), Kind: stock.Received, Item: "bulb", Quantity: q("1 pc")}}, []string{"moves[1].seq stock/seq-twice"}},
		{"later moves are checked by themselves", numbered(received("12-30", "lamp", "1 pc")), []string{"moves[0].item stock/item"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := newStore(t, estate()).Replay(tt.moves, d("11-30"))
			require.Nil(t, l)
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s%v", diff, err)
			}
		})
	}
	_, err := newStore(t, estate()).Replay(nil, 0)
	require.ErrorIs(t, err, invalid.ErrRequired)
}

func TestProblemSaysWhatThereIs(t *testing.T) {
	_, err := newStore(t, estate()).Replay(numbered(
		baitLot("03-01", "2.5 kg", "A", "09-30"), baitLot("03-01", "1 kg", "B", "12-31"), issued("10-01", "bait", "3 kg"),
	), d("10-02"))
	require.EqualError(t, err, "moves: 1 problem\n"+
		`  moves[2].quantity: of "bait" there are 1 kg in date at "store" on 2026-10-01, and 3 kg are taken; 2.5 kg more are out of date and not issued`)
}

// TestEnumerations: every word is read as it is written, and any other refused.
func TestEnumerations(t *testing.T) {
	check := func(name string, words []string, read func(string) (string, error)) {
		for _, w := range words {
			got, err := read(w)
			require.NoError(t, err, name)
			require.Equal(t, w, got)
		}
		_, err := read("nonsense")
		require.ErrorIs(t, err, invalid.ErrWord, name)
	}
	check("kind", []string{"received", "issued", "returned", "scrapped", "transferred", "counted", "reversed"}, reader[stock.Kind])
	check("order", []string{"earliestExpiry", "firstIn"}, reader[stock.Order])
	check("level", []string{"unknown", "enough", "short"}, reader[stock.LevelState])
	check("wear", []string{"unknown", "serving", "due"}, reader[stock.WearState])
	check("notice", []string{"backdated", "outOfOrder", "noPosition", "unexplained", "receivedExpired"}, reader[stock.NoticeKind])
	require.Equal(t, "Kind(9)", stock.Kind(9).String())
	require.Equal(t, "LevelState(9)", stock.LevelState(9).String())
	_, err := stock.WearState(9).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
}

// reader reads a word, writes it again, and compares with String.
func reader[T interface {
	String() string
	MarshalText() ([]byte, error)
}, P interface {
	*T
	UnmarshalText([]byte) error
}](word string) (string, error) {
	var v T
	if err := P(&v).UnmarshalText([]byte(word)); err != nil {
		return "", err
	}
	text, err := v.MarshalText()
	if string(text) != v.String() {
		return v.String() + " is not " + string(text), err
	}
	return string(text), err
}

func TestUnkept(t *testing.T) {
	s := newStore(t, estate())
	require.Equal(t, []stock.Unkept{{Item: "bait", Place: "garden"}}, s.Unkept())
	item, ok := s.Item("rope")
	require.True(t, ok)
	require.Equal(t, measure.MustParseUnit("m"), item.Unit)
	_, ok = s.Item("lamp")
	require.False(t, ok)
	changed := estate()
	compiled := newStore(t, changed)
	changed.Items[0].Kept[0].Keeper = ""
	require.Len(t, compiled.Unkept(), 1, "a store does not change with its document")
}
