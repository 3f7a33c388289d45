package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Posting is the public notice of results, what was objected to, and what was decided (公示、异议与处理). It is a document, and only
// ever grows; [Posting.At] says where it stands on a day.
type Posting struct {
	// ID names it, and Replaces is the ID of the one that it corrects.
	ID       string `json:"id"`
	Replaces string `json:"replaces,omitempty"`
	// Scheme, Version and Year are those of the results.
	Scheme  string `json:"scheme"`
	Version string `json:"version,omitempty"`
	Year    int    `json:"year"`
	// Projects are whose results are posted; none: all of that year.
	Projects []string `json:"projects,omitempty"`
	// Posted is the day of posting, unset before it; Where is the place.
	Posted civil.Date `json:"posted,omitzero"`
	Where  string     `json:"where,omitempty"`
	// Evidence are references to what was posted.
	Evidence []string `json:"evidence,omitempty"`
	// Objections and Decisions are what followed, in any order.
	Objections []Objection `json:"objections,omitempty"`
	Decisions  []Decision  `json:"decisions,omitempty"`
}

// Objection says that a posted result is wrong (异议、申诉). One that comes after the notice is kept and marked late.
type Objection struct {
	ID string `json:"id"`
	// By is who objects, and On the day.
	By string     `json:"by"`
	On civil.Date `json:"on"`
	// Project is whose result it is about; Sheet, Item and Finding are what in it, if it is about that.
	Project string `json:"project"`
	Sheet   string `json:"sheet,omitempty"`
	Item    string `json:"item,omitempty"`
	Finding string `json:"finding,omitempty"`
	// Grounds say why, and Evidence are references to papers and pictures.
	Grounds  string   `json:"grounds"`
	Evidence []string `json:"evidence,omitempty"`
}

// Decision is what was decided on an objection (异议处理结果).
type Decision struct {
	// Objection is its ID, On the day, By who decided, and Reason why.
	Objection string     `json:"objection"`
	On        civil.Date `json:"on"`
	By        string     `json:"by"`
	Reason    string     `json:"reason,omitempty"`
	// Ruling is what was decided.
	Ruling Ruling `json:"ruling"`
	// Change is what an upheld objection changes in the sheet: what [Sheet.Amend] is called with. Unset if it changes something else.
	Change *Change `json:"change,omitempty"`
}

// Check reports every problem of the posting by itself: objections before it, decisions without an objection or before it, twice,
// or with a change that is none.
func (p Posting) Check(l *invalid.List) {
	required(l, "id", p.ID)
	required(l, "scheme", p.Scheme)
	if p.Year <= 0 {
		l.At("year").Add(invalid.ErrRequired, "year")
	}
	checkNames(l, "projects", p.Projects)
	checkNames(l, "evidence", p.Evidence)
	if p.Posted.IsZero() && len(p.Objections) > 0 {
		l.At("posted").Add(invalid.ErrRequired, "posted")
	}
	p.checkDecisions(l, p.checkObjections(l))
}

// checkObjections returns the days of the objections by their IDs.
func (p Posting) checkObjections(l *invalid.List) map[string]civil.Date {
	projects := make(map[string]bool, len(p.Projects))
	for _, code := range p.Projects {
		projects[code] = true
	}
	days, ids := make(map[string]civil.Date, len(p.Objections)), map[string]bool{}
	eachItem(l, "objections", p.Objections, func(o Objection) {
		required(l, "id", o.ID)
		if o.ID != "" && ids[o.ID] {
			l.At("id").Add(ErrTwice, invalid.Quote(o.ID))
		}
		ids[o.ID] = true
		o.check(l)
		switch {
		case o.On.IsZero():
			l.At("on").Add(invalid.ErrRequired, "on")
		case o.On < p.Posted:
			l.At("on").Add(ErrObjectionEarly, o.On.String(), p.Posted.String())
		}
		if o.Project != "" && len(projects) > 0 && !projects[o.Project] {
			l.At("project").Add(ErrUnknown, invalid.Quote(o.Project))
		}
		days[o.ID] = o.On
	})
	return days
}

func (o Objection) check(l *invalid.List) {
	required(l, "by", o.By)
	required(l, "project", o.Project)
	required(l, "grounds", o.Grounds)
	checkNames(l, "evidence", o.Evidence)
}

func (p Posting) checkDecisions(l *invalid.List, objections map[string]civil.Date) {
	decided := map[string]bool{}
	eachItem(l, "decisions", p.Decisions, func(d Decision) {
		objected, ok := objections[d.Objection]
		switch {
		case !ok:
			unknown(l, "objection", d.Objection)
		case decided[d.Objection]:
			l.At("objection").Add(ErrTwice, invalid.Quote(d.Objection))
		}
		decided[d.Objection] = true
		switch {
		case d.On.IsZero():
			l.At("on").Add(invalid.ErrRequired, "on")
		case ok && d.On < objected:
			l.At("on").Add(ErrDecisionEarly, d.On.String(), objected.String())
		}
		d.check(l)
	})
}

func (d Decision) check(l *invalid.List) {
	required(l, "by", d.By)
	if d.Ruling == 0 {
		l.At("ruling").Add(invalid.ErrRequired, "ruling")
	}
	rulingWords().Check(l, "ruling", uint8(d.Ruling))
	if d.Change == nil {
		return
	}
	if d.Ruling == Dismissed {
		l.At("change").Add(ErrDismissedChange)
	}
	l.Enter("change")
	d.Change.Check(l)
	l.Leave()
}
