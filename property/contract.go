package property

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// ServiceContract is a property service contract (物业服务合同): who manages which
// part of the estate, and when. Whether the floor at the edge of a band is in or out
// is said by the scope, never guessed.
//
// Source: rule PROP-02.
type ServiceContract struct {
	// Code identifies the contract.
	Code string `json:"code"`
	// Provider is the code of the service company's party, if it is in the register.
	Provider string `json:"provider,omitempty"`
	// Scope is the part of the estate that is managed.
	Scope Scope `json:"scope"`
	// Term is the time it is in force, half-open.
	Term civil.Period `json:"term"`
}

// Check reports every problem of the document.
func (c ServiceContract) Check(l *invalid.List) {
	checkCode(l, "code", c.Code)
	l.Enter("scope")
	c.Scope.Check(l)
	l.Leave()
	l.Enter("term")
	c.Term.Check(l)
	l.Leave()
}

func (c ServiceContract) clone() ServiceContract {
	c.Scope = c.Scope.clone()
	return c
}
