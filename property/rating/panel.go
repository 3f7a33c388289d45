package rating

import "github.com/wuyekit/wuye/property/metric"

// Panel says how the scores of several raters become one (多方评价): self, superior and peer, each with a weight, and within a
// source a mean. It is a document; [Panel.Join] applies it.
type Panel struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Sources are those who rate.
	Sources []Source `json:"sources"`
	// Missing says what becomes of a source from which there is no score: [Renormalise] leaves it out, [Zero] counts it as 0;
	// unset: the panel has no score, and names it. [Award] is refused.
	Missing Absence `json:"missing,omitempty"`
	// Rounding are the stages of the joint score; none: it stays exact.
	Rounding []metric.Rounding `json:"rounding,omitempty"`
}

// Source is a kind of rater (评价来源).
type Source struct {
	// Code is that of [Sheet.Source]: "self".
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Weight is what it is worth; weights may have any sum. Unset while the contract leaves it open: the panel then has no score, and
	// names it.
	Weight metric.Figure `json:"weight,omitzero"`
	// Trim is how many of the highest and of the lowest scores are left out, each (去掉最高分和最低分).
	Trim int `json:"trim,omitempty"`
	// AtLeast is how many scores it takes, after trimming; unset: 1.
	AtLeast int `json:"atLeast,omitempty"`
}

// Vote is the score of one rater.
type Vote struct {
	Source string `json:"source"`
	Rater  string `json:"rater,omitempty"`
	Score  Score  `json:"score"`
}

// Joined is what a panel comes to. It explains itself: [Joined.Why] needs nothing else.
type Joined struct {
	// Panel is the code of the panel.
	Panel string `json:"panel"`
	// State is [Rated] or [Unknown], and Missing names what is missing: "peer" where too few scores are from that source,
	// "peer/weight" where its weight is left open.
	State   State    `json:"state"`
	Missing []string `json:"missing,omitempty"`
	// Sources are what each source comes to, in the panel's order.
	Sources []SourceScore `json:"sources,omitempty"`
	// Exact is the joint score before it is rounded, Stages what each stage of rounding left, and Score what the last one
	// did.
	Exact  Score         `json:"exact,omitzero"`
	Stages []StageResult `json:"stages,omitempty"`
	Score  Score         `json:"score,omitzero"`
}

// SourceScore is what a source comes to.
type SourceScore struct {
	Source string        `json:"source"`
	Weight metric.Figure `json:"weight,omitzero"`
	// Used are the scores that count, from the lowest, and Trimmed those that were left out: all of them, where there are too few.
	Used    []Vote `json:"used,omitempty"`
	Trimmed []Vote `json:"trimmed,omitempty"`
	// Mean is that of those used; unset if there are too few.
	Mean Score `json:"mean,omitzero"`
	// Counts says that the source is in the joint score; one that counts as 0 is in it without a mean.
	Counts bool `json:"counts,omitempty"`
}
