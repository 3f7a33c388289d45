// Package examples holds whole programs, one folder each, that put the packages of
// wuye to work on one estate. The folder itself holds no code.
package examples
