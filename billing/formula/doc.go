// Package formula reads and works out the formulas that people type for shared costs (公摊公式), such as
// T/F*R: exactly, with units, without any effect. A formula is read once; what is wrong with it
// is said then, each problem with its place in the text.
//
//	f, err := formula.Parse("t/f*房屋面积", formula.Standard("kWh", "CNY"), "kWh", "CNY")
//	if err != nil {
//		return err // every problem with its position, "at 3: G is not a name a formula knows"
//	}
//	share, err := f.Value(bind) // f.String() is "T / F * R", f.Unit() is "kWh"
//
// # Language
//
//   - + - * /, a minus in front, parentheses, also as ＋ － − × ＊ · ÷ ／ （ ） and [ ] ［ ］ 【 】;
//     the usual precedence. A minus in front does not follow + or -: T--1 is refused.
//   - Names as declared ([Variable]), Latin letters in either case. Every operator is written: 2T
//     and TR are refused.
//   - Numbers are plain decimals, 2.6, in ASCII or full-width digits: no exponent, no sign of their own, no
//     thousands separators. 5% is 0.05. A comma between a digit and exactly three digits is
//     refused everywhere as a thousands separator; in max(100, 200) a blank stands behind the comma.
//   - min(a, b, …), max(a, b, …), ceil(x) and floor(x) to whole units, round(x, step) half away from zero to
//     a multiple of step, which is a number; also 最小, 最小值, 最大, 最大值, 向上取整, 向下取整, 四舍五入.
//   - A number may have a unit behind it: 2.6元/㎡, 2.6 CNY/m2, 3kWh, 0.5 1/m2.
//
// # Units behind numbers
//
// Known are the words of the units of the declared names and of the wanted units, and kWh 度 千瓦时,
// m3 m³ ㎥ 立方米 立方 方 吨, m2 m² ㎡ 平方米 平方 平米 平, CNY 元 ¥, m 米. The unit goes on over each slash or
// dot that a unit's word follows, and no further: 0.5 CNY/kWh * T has the unit CNY/kWh, 100元/D
// is divided by D. A word is what it is spelled like exactly, a name before a unit; else what it is
// spelled like in the other case, again a name before a unit.
//
// # Inference
//
// Units multiply and divide; what is added, subtracted or compared by min and max has one unit. A
// number without a unit is plain, except:
//
//  1. The unit that is wanted of the whole goes down through + - min max ceil floor round and the minus
//     in front. Where one summand cannot have another unit than it has, that is the unit of the sum.
//  2. A number that stands alone takes that unit. A product that has another takes what it lacks into its
//     one factor that can have it: a number without a unit, or in parentheses a sum of which
//     every summand can. Where several factors can, the unit is to be written. Divisors and percentages
//     never take a unit.
//
// Of several wanted units the first counts under which no number is given a unit. Else, of those under
// which the formula fits, the first in which a name of the formula is measured, then the first
// currency (three capitals), then the first. So, wanting kWh or CNY:
//
//	T/F*R*0.3      kWh   T / F * R * 0.3
//	T/F*R*P        CNY   T / F * R * P
//	(R*2.6)+100    CNY   R * 2.6 CNY/m2 + 100 CNY
//	T-100          kWh   T - 100 kWh
//
// No number is ever converted: a unit says what a number is, it does not change it.
//
// # Limits
//
// 1000 bytes, as typed and in normal form; 200 nodes; 32 levels; 40 digits a number; 200 digits
// a figure that is worked out, as in package explain. What is beyond is an error.
package formula
