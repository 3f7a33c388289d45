package rating

import (
	"iter"

	"github.com/wuyekit/wuye/property/metric"
)

// item is a compiled [Item]; what marks are read by stands first.
type item struct {
	code    string
	kind    marking
	bonus   bool
	section int
	levels  []level
	byLevel map[string]int // where there are many
	// full and floor are the most and the least that it comes to, and none is 0 points.
	full, floor, none outcome
	// factor turns points into what the item adds to its section's sum.
	factor Score
	weight metric.Figure // by weights, also where it is unset in the document
	*Item
	steps      []step
	grain      outcome // of an item marked by points: one step of them
	kinds      kinds
	shortfalls []shortfall
	cap        Score // of deductions together
}

// marking is the choice of a [Marking].
type marking uint8

const (
	onScale marking = iota
	onPass
	onSteps
	onPoints
	onDeductions
)

// String returns the word of documents.
func (m marking) String() string {
	return [...]string{"scale", "pass", "steps", "points", "deductions"}[m]
}

// outcome is what an item can come to.
type outcome struct {
	points Score
	// worth is what it adds to its section's sum, in 1/[Rules.unit], and value its points in 1/[Rules.pointUnit].
	worth, value int64
}

type level struct {
	code string
	outcome
}

type step struct {
	at int64
	outcome
}

// shortfall is a compiled [Shortfall].
type shortfall struct {
	*Shortfall
	most Score
}

const (
	markPass = "pass"
	markFail = "fail"
	// manyLevels is how many levels are looked up in a map.
	manyLevels = 8
)

func (e *exact) compileItem(i *Item, section int, bonus bool, method Method, scales map[string]*Scale) item {
	full := ScoreOf(i.full())
	it := item{
		Item: i, code: i.Code, section: section, bonus: bonus, factor: whole(1),
		full: outcome{points: full}, floor: outcome{points: greatest(ScoreOf(i.Floor), whole(0))}, none: outcome{points: whole(0)},
	}
	if method == ByWeights && !bonus {
		it.weight = i.Weight
		if !it.weight.IsSet() {
			it.weight = metric.MustParseFigure("1")
		}
		it.factor = e.over(ScoreOf(it.weight), full)
	}
	switch m := i.Mark; {
	case m.Scale != nil:
		it.kind = onScale
		e.compileLevels(&it, scales[m.Scale.Of])
	case m.Pass != nil:
		it.kind = onPass
		it.levels = []level{{markPass, it.full}, {markFail, it.floor}}
	case m.Steps != nil:
		it.kind = onSteps
		for _, s := range m.Steps.Steps {
			it.steps = append(it.steps, step{millionths(s.At), outcome{points: ScoreOf(s.Points)}})
		}
	case m.Points != nil:
		it.kind = onPoints
		it.grain = outcome{points: ScoreOf(m.Points.step())}
	case m.Deductions != nil:
		it.kind = onDeductions
		it.kinds = compileKinds(m.Deductions.Kinds)
		it.cap = ScoreOf(m.Deductions.Cap)
		for k := range m.Deductions.Shortfalls {
			s := &m.Deductions.Shortfalls[k]
			it.shortfalls = append(it.shortfalls, shortfall{s, ScoreOf(s.Most)})
		}
	}
	return it
}

// compileLevels makes the outcomes of a scale: the share that a level's value is of all points, at least the floor.
func (e *exact) compileLevels(it *item, s *Scale) {
	if len(s.Levels) > manyLevels {
		it.byLevel = make(map[string]int, len(s.Levels))
	}
	for i, v := range s.Levels {
		share := e.over(ScoreOf(v.Value), ScoreOf(s.OutOf))
		it.levels = append(it.levels, level{v.Code, outcome{points: greatest(e.times(share, it.full.points), it.floor.points)}})
		if it.byLevel != nil {
			it.byLevel[v.Code] = i
		}
	}
}

// outcomes yields everything that the item is known to come to.
func (i *item) outcomes() iter.Seq[*outcome] {
	return func(yield func(*outcome) bool) {
		for _, o := range [...]*outcome{&i.full, &i.floor, &i.none, &i.grain} {
			if !yield(o) {
				return
			}
		}
		for k := range i.levels {
			if !yield(&i.levels[k].outcome) {
				return
			}
		}
		for k := range i.steps {
			if !yield(&i.steps[k].outcome) {
				return
			}
		}
	}
}

// step returns what points are multiples of.
func (p *Points) step() metric.Figure {
	if p.Step.IsSet() {
		return p.Step
	}
	return metric.MustParseFigure("0.01")
}

// level returns the outcome of a level, nil if there is none. No code is empty.
func (i *item) level(code string) *outcome {
	if i.byLevel != nil {
		return i.lookUp(code)
	}
	for k := range i.levels {
		if v := &i.levels[k]; v.code[0] == code[0] && v.code == code { // most codes differ in the first letter
			return &v.outcome
		}
	}
	return nil
}

func (i *item) lookUp(code string) *outcome {
	k, ok := i.byLevel[code]
	if !ok {
		return nil
	}
	return &i.levels[k].outcome
}

// reached returns the outcome of a figure.
func (i *item) reached(n int64) *outcome {
	for k := range i.steps {
		s := &i.steps[k]
		if n == s.at || (n > s.at) == (i.Mark.Steps.Better != metric.LowerIsBetter) {
			return &s.outcome
		}
	}
	return &i.floor
}
