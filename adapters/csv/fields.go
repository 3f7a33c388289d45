package csv

import (
	"encoding"
	"strings"
	"time"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/sla"
)

// field is something a row can say.
type field struct {
	name     string
	required bool
	number   bool  // can be multiplied and rounded
	rate     bool  // a number that may be a percentage
	width    width // what is folded
	// One of these takes the text of the cell, cleaned and folded and never empty; of set and setList the list where the mapping
	// splits it.
	set     func(*draft, string) error
	setDate func(*draft, civil.Date)
	setList func(*draft, []string) error
	// These take what the text says: an instant; an instant or a day.
	setInstant func(*draft, time.Time)
	setTime    func(*draft, sla.Field)
	// setAbsent takes the word [NotApplicable], where the field has it.
	setAbsent func(*draft)
}

// width says which full-width characters of a cell become ASCII.
type width uint8

const (
	foldNone  width = iota // names keep theirs
	foldCodes              // digits, letters and what joins them
	foldAll                // numbers, dates, words
)

func (w width) fold(s string) string {
	switch w {
	case foldCodes:
		return foldCode(s)
	case foldAll:
		return fold(s)
	case foldNone:
		return s
	default:
		return s
	}
}

// draft is a row while it is read.
type draft struct {
	unit      property.Unit
	areas     property.Areas
	areaFrom  civil.Date
	hasArea   bool // an area of 0 is one, an empty cell is not
	payerName string
	building  property.Building
	party     property.Party
	tenancy   property.Tenancy
	last      civil.Date // last day of the tenancy
	agreed    agreedCells
	external  property.ExternalIDs
	owner     holding
	tenant    holding
	meter     meter.Meter
	device    meter.Device
	reading   meter.Reading
	hasValue  bool // a value of 0 is one, an empty cell is not
	kase      caseCells
	sheet     rating.Sheet
	evidence  evidenceCells
}

// holding is an owner or tenant in a table of units.
type holding struct {
	codes, names []string
	shares       []property.Share
	kind         property.TenancyKind
	since, until civil.Date // until is the last day
	movedIn      civil.Date
	pays         []string
}

// fieldsOf returns the fields of a kind of table in the order of its documents.
func fieldsOf(k Kind) []field {
	switch k {
	case Buildings:
		return buildingFields()
	case Parties:
		return partyFields()
	case Tenancies:
		return tenancyFields()
	case Meters:
		return meterFields()
	case Readings:
		return readingFields()
	case Cases:
		return caseFields()
	case Events:
		return eventFields()
	case Sheets:
		return sheetFields()
	case Records:
		return recordFields()
	case Subjects:
		return subjectFields()
	case Figures:
		return figureFields()
	case Units:
		return unitFields()
	default:
		return unitFields()
	}
}

func unitFields() []field {
	return []field{
		codeField("unit.code", func(d *draft) *string { return &d.unit.Code }).must(),
		codeField("unit.building", func(d *draft) *string { return &d.unit.Building }),
		codeField("unit.entrance", func(d *draft) *string { return &d.unit.Entrance }),
		{name: "unit.floor", width: foldAll, set: setFloor},
		codeField("unit.use", func(d *draft) *string { return (*string)(&d.unit.Use) }).must(),
		wordField("unit.side", func(d *draft) encoding.TextUnmarshaler { return &d.unit.Side }),
		countField("unit.spaces", func(d *draft) *int { return &d.unit.Spaces }),
		areaField("unit.area", func(d *draft) *measure.Area { d.hasArea = true; return &d.areas.Gross }),
		areaField("unit.internalArea", func(d *draft) *measure.Area { d.hasArea = true; return &d.areas.Internal }),
		dateField("unit.areaFrom", func(d *draft) *civil.Date { return &d.areaFrom }),
		dateField("unit.soldOn", func(d *draft) *civil.Date { return &d.unit.SoldOn }),
		dateField("unit.deliveredOn", func(d *draft) *civil.Date { return &d.unit.DeliveredOn }),
		codeField("unit.payer", func(d *draft) *string { return &d.unit.DefaultPayer }),
		nameField("unit.payerName", func(d *draft) *string { return &d.payerName }),
		nameField("building.name", func(d *draft) *string { return &d.building.Name }),
		codeField("building.zone", func(d *draft) *string { return &d.building.Zone }),
		countField("building.floors", func(d *draft) *int { return &d.building.Floors }),
		codesField("owner.code", func(d *draft) *[]string { return &d.owner.codes }),
		namesField("owner.name", func(d *draft) *[]string { return &d.owner.names }),
		sharesField("owner.shares", func(d *draft) *[]property.Share { return &d.owner.shares }),
		dateField("owner.since", func(d *draft) *civil.Date { return &d.owner.since }),
		dateField("owner.movedIn", func(d *draft) *civil.Date { return &d.owner.movedIn }),
		codesField("tenant.code", func(d *draft) *[]string { return &d.tenant.codes }),
		namesField("tenant.name", func(d *draft) *[]string { return &d.tenant.names }),
		wordField("tenant.kind", func(d *draft) encoding.TextUnmarshaler { return &d.tenant.kind }),
		dateField("tenant.since", func(d *draft) *civil.Date { return &d.tenant.since }),
		dateField("tenant.until", func(d *draft) *civil.Date { return &d.tenant.until }),
		codesField("tenant.pays", func(d *draft) *[]string { return &d.tenant.pays }),
	}
}

func buildingFields() []field {
	return []field{
		codeField("code", func(d *draft) *string { return &d.building.Code }).must(),
		nameField("name", func(d *draft) *string { return &d.building.Name }),
		codeField("zone", func(d *draft) *string { return &d.building.Zone }),
		areaField("grossArea", func(d *draft) *measure.Area { return &d.building.GrossArea }),
		countField("floors", func(d *draft) *int { return &d.building.Floors }),
		countField("basements", func(d *draft) *int { return &d.building.Basements }),
		countField("lifts", func(d *draft) *int { return &d.building.Lifts }),
	}
}

func partyFields() []field {
	return []field{
		codeField("code", func(d *draft) *string { return &d.party.Code }).must(),
		nameField("name", func(d *draft) *string { return &d.party.Name }),
		{name: "developer", width: foldAll, set: setDeveloper},
	}
}

func tenancyFields() []field {
	return []field{
		codeField("code", func(d *draft) *string { return &d.tenancy.Code }),
		codeField("unit", func(d *draft) *string { return &d.tenancy.Unit }).must(),
		wordField("kind", func(d *draft) encoding.TextUnmarshaler { return &d.tenancy.Kind }).must(),
		field{name: "holders", width: foldCodes, setList: setHolders}.must(),
		dateField("start", func(d *draft) *civil.Date { return &d.tenancy.Term.Start }).must(),
		dateField("last", func(d *draft) *civil.Date { return &d.last }),
		dateField("end", func(d *draft) *civil.Date { return &d.tenancy.Term.End }),
		codesField("pays", func(d *draft) *[]string { return &d.tenancy.Pays }),
		dateField("movedIn", func(d *draft) *civil.Date { return &d.tenancy.MovedIn }),
		dateField("movedOut", func(d *draft) *civil.Date { return &d.tenancy.MovedOut }),
		wordField("endReason", func(d *draft) encoding.TextUnmarshaler { return &d.tenancy.EndReason }),
		codeField("agreedFee", func(d *draft) *string { return &d.agreed.fee }),
		{name: "agreedPrice", width: foldAll, number: true, set: setAgreedPrice},
		{name: "escalationRate", width: foldAll, number: true, rate: true, set: setEscalationRate},
		countField("escalationMonths", func(d *draft) *int { return &d.agreed.months }),
		dateField("freeStart", func(d *draft) *civil.Date { return &d.agreed.freeStart }),
		dateField("freeLast", func(d *draft) *civil.Date { return &d.agreed.freeLast }),
	}
}

// findField returns the field of a name, also one whose name only the mapping knows.
func findField(k Kind, all []field, name string) (field, bool) {
	for _, f := range all {
		if f.name == name {
			return f, true
		}
	}
	if f, ok := caseField(k, name); ok {
		return f, true
	}
	if f, ok := sheetField(k, name); ok {
		return f, true
	}
	if f, ok := evidenceField(k, name); ok {
		return f, true
	}
	return externalField(all[0].name, name)
}

// externalField returns the field of a code in another system, "externalId.kingdee", in a
// table of units "unit.externalId.kingdee".
func externalField(first, name string) (field, bool) {
	if !strings.HasSuffix(first, "code") {
		return field{}, false // meters, readings, cases, sheets and evidence have none
	}
	prefix := strings.TrimSuffix(first, "code") + "externalId."
	system, ok := strings.CutPrefix(name, prefix)
	if !ok || system == "" {
		return field{}, false
	}
	return field{name: name, width: foldCodes, set: func(d *draft, s string) error {
		if d.external == nil {
			d.external = property.ExternalIDs{}
		}
		d.external[system] = s
		return nil
	}}, true
}

func fieldNames(k Kind, all []field) string {
	var names []string
	for _, f := range all {
		names = append(names, f.name)
	}
	if prefix, ok := strings.CutSuffix(all[0].name, "code"); ok {
		names = append(names, prefix+"externalId.SYSTEM")
	}
	if k == Cases || k == Records {
		names = append(names, "event.NAME, event.NAME.reason")
	}
	if k == Records {
		names = append(names, "item.CODE")
	}
	if k == Cases || k == Events || k == Records || k == Subjects {
		names = append(names, "field.NAME")
	}
	if k == Sheets {
		names = append(names, "level.ITEM, figure.ITEM, figure.ITEM/PART, count.ITEM/KIND, fact.NAME")
	}
	return strings.Join(names, ", ")
}

func (f field) must() field {
	f.required = true
	return f
}
