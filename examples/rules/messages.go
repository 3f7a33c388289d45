package main

import (
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/internal/rules"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// What the report says.
const (
	textTitle     explain.Label = "rules/title: %[1]s rules"
	textNothing   explain.Label = "rules/nothing: No rule is like that."
	textWritten   explain.Label = "rules/written: Written: %[1]s"
	textByKind    explain.Label = "rules/by-kind: By kind"
	textByPackage explain.Label = "rules/by-package: By package"

	textID      explain.Label = "rules/id: rule"
	textState   explain.Label = "rules/state: state"
	textKind    explain.Label = "rules/kind: kind"
	textPackage explain.Label = "rules/package: package"
	textProfile explain.Label = "rules/profile: source part"
	textHome    explain.Label = "rules/home: home"
	textProof   explain.Label = "rules/proof: proof"
	textSays    explain.Label = "rules/says: what it asks"
	textInOther explain.Label = "rules/in-other: in Chinese"
	textNote    explain.Label = "rules/note: note"
	textTotal   explain.Label = "rules/total: total"
	textAll     explain.Label = "rules/all: all"
	textKindOf  explain.Label = "rules/kind-of: %[1]s (%[2]s)"
	textMeans   explain.Label = "rules/means: %[1]s: %[2]s"
	textWillOwn explain.Label = "rules/will-own: not yet; %[1]s will have it"
)

// The states and what they mean.
const (
	textProved  explain.Label = "rules/proved: proved"
	textBuilt   explain.Label = "rules/built: built"
	textWorked  explain.Label = "rules/worked: worked"
	textMissing explain.Label = "rules/missing: not yet"
	textNoted   explain.Label = "rules/noted: note"

	textProvedMeans  explain.Label = "rules/proved-means: a test that would fail shows it"
	textBuiltMeans   explain.Label = "rules/built-means: it is there, without a test of its own"
	textWorkedMeans  explain.Label = "rules/worked-means: an example of it, or of a part, passes; nothing is shipped under its name"
	textMissingMeans explain.Label = "rules/missing-means: nothing carries it"
	textNotedMeans   explain.Label = "rules/noted-means: there is nothing to compute"
)

// The kinds.
const (
	textClause     explain.Label = "rules/clause: clause"
	textAlias      explain.Label = "rules/alias: alias"
	textType       explain.Label = "rules/type: type"
	textTransition explain.Label = "rules/transition: transition"
	textFormula    explain.Label = "rules/formula: formula"
	textScheme     explain.Label = "rules/scheme: scheme"
	textCatalogue  explain.Label = "rules/catalogue: catalogue"
	textNoteKind   explain.Label = "rules/note-kind: note"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textTitle, ZH: "%[1]s 条规则"},
		{Text: textNothing, ZH: "没有这样的规则。"},
		{Text: textWritten, ZH: "已写出：%[1]s"},
		{Text: textByKind, ZH: "按载体"},
		{Text: textByPackage, ZH: "按包"},
		{Text: textID, ZH: "规则"},
		{Text: textState, ZH: "状态"},
		{Text: textKind, ZH: "载体"},
		{Text: textPackage, ZH: "包"},
		{Text: textProfile, ZH: "来源部分"},
		{Text: textHome, ZH: "所在"},
		{Text: textProof, ZH: "证明"},
		{Text: textSays, ZH: "内容"},
		{Text: textInOther, ZH: "英文"},
		{Text: textNote, ZH: "说明"},
		{Text: textTotal, ZH: "合计"},
		{Text: textAll, ZH: "全部"},
		{Text: textKindOf, ZH: "%[1]s（%[2]s）"},
		{Text: textMeans, ZH: "%[1]s：%[2]s"},
		{Text: textWillOwn, ZH: "尚无，将由 %[1]s 承担"},

		{Text: textProved, ZH: "已证"},
		{Text: textBuilt, ZH: "已建"},
		{Text: textWorked, ZH: "已算例"},
		{Text: textMissing, ZH: "尚无"},
		{Text: textNoted, ZH: "备注"},
		{Text: textProvedMeans, ZH: "有会失败的测试证明"},
		{Text: textBuiltMeans, ZH: "已实现，尚无专门测试"},
		{Text: textWorkedMeans, ZH: "其算例或部分算例已通过，尚未以其名义发布"},
		{Text: textMissingMeans, ZH: "尚无承担者"},
		{Text: textNotedMeans, ZH: "无可计算内容"},

		{Text: textClause, ZH: "条款"},
		{Text: textAlias, ZH: "别名"},
		{Text: textType, ZH: "类型"},
		{Text: textTransition, ZH: "状态流转"},
		{Text: textFormula, ZH: "公式"},
		{Text: textScheme, ZH: "评分办法"},
		{Text: textCatalogue, ZH: "代码目录"},
		{Text: textNoteKind, ZH: "备注"},
	}
}

func messages(b *catalog.Builder) error { return invalid.Register(b, texts()) }

func (r report) state(s rules.State) string {
	switch s {
	case rules.Proved:
		return r.Fill(textProved)
	case rules.Built:
		return r.Fill(textBuilt)
	case rules.Worked:
		return r.Fill(textWorked)
	case rules.Missing:
		return r.Fill(textMissing)
	case rules.Noted:
		return r.Fill(textNoted)
	default:
		return string(s)
	}
}

func meaning(s rules.State) explain.Label {
	switch s {
	case rules.Proved:
		return textProvedMeans
	case rules.Built:
		return textBuiltMeans
	case rules.Worked:
		return textWorkedMeans
	case rules.Noted:
		return textNotedMeans
	case rules.Missing:
	}
	return textMissingMeans
}

func (r report) kind(k rules.Kind) string {
	switch k {
	case rules.Clause:
		return r.Fill(textClause)
	case rules.Alias:
		return r.Fill(textAlias)
	case rules.Type:
		return r.Fill(textType)
	case rules.Transition:
		return r.Fill(textTransition)
	case rules.Formula:
		return r.Fill(textFormula)
	case rules.Scheme:
		return r.Fill(textScheme)
	case rules.Catalogue:
		return r.Fill(textCatalogue)
	case rules.Note:
		return r.Fill(textNoteKind)
	default:
		return string(k)
	}
}
