// Package wuye (物业) holds no code of its own: it is the root of a library of
// property-management rules.
//
// Start with [github.com/wuyekit/wuye/property] for estates and
// [github.com/wuyekit/wuye/billing] for fees; README.md maps the rest.
package wuye
