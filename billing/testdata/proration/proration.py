#!/usr/bin/env python3
"""Truth table of part months (不足月的计费), made without looking at the Go code.

    python3 proration.py           writes proration.json beside this file
    python3 proration.py --check   makes it again and compares; exit status 1 if it differs

The rules are DESIGN.md 4 (billing), spelled out in README.md; the printed figures that are asserted at the
end are DOMAIN-CN.md 1.4. Everything is exact (Fraction) until the one rounding of each cumulative amount.
"""
import calendar
import json
import pathlib
import sys
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction as F

MONTHS = ("2026-02", "2028-02", "2026-04", "2026-03")  # 28, 29, 30 and 31 days
DAYS = (1, 2, 10, 14, 15, 16, 17, 27, 28, 29, 30, 31)
ENTRY = ("actualDays", "thirty", "year365", "halfMonth", "wholeMonth", "nextMonth")
EXIT = ENTRY[:-1]
METHODS = ENTRY + ("perDay",)
PRICE, NEWER, DAILY, DAILIER = "250.684", "277.543", "8.345", "9.005"


def days_of(month):
    return calendar.monthrange(int(month[:4]), int(month[5:]))[1]


# The rules -----------------------------------------------------------------------------------------------


def entering(method, d, n):
    """E(d): the part of a month of n days owed by who enters on day d and stays to its end."""
    return {
        "actualDays": F(n - d + 1, n),
        "thirty": F(30 - min(d, 30) + 1, 30),
        "year365": F(12 * (n - d + 1), 365),
        "halfMonth": F(1) if d <= 15 else F(1, 2),
        "wholeMonth": F(1),
        "nextMonth": F(0),
        "perDay": F(n - d + 1),
    }[method]


def leaving(method, d, n):
    """X(d): the part owed by who was there on day 1 and whose last day is d, before the end of the month."""
    return {
        "actualDays": F(d, n),
        "thirty": F(min(d, 30), 30),
        "year365": F(12 * d, 365),
        "halfMonth": F(1, 2) if d <= 15 else F(1),
        "wholeMonth": F(1),
        "perDay": F(d),
    }[method]


def owed_from(method, exit_method, d, b, n):
    """R(d): the part owed for days d..b by who enters on day d."""
    if b == n or method == "nextMonth":
        return entering(method, d, n)
    if method == exit_method == "year365":
        return F(12 * (b - d + 1), 365)
    whole = F(n) if method == "perDay" else F(1)
    return max(F(0), entering(method, d, n) + leaving(exit_method, b, n) - whole)


def run_total(method, exit_method, a, b, n):
    """The part owed for the run a..b, whoever pays. A run over the whole month owes exactly 1 (perDay: n)."""
    if a > 1:
        return owed_from(method, exit_method, a, b, n)
    if b < n:
        return leaving(exit_method, b, n)
    return F(n) if method == "perDay" else F(1)


def segments(cell):
    """The payers of the run in order, as (payer, first day, last day, part)."""
    method, n = cell["method"], cell["days"]
    exit_method = cell.get("exit", method)
    a, b = cell.get("entryDay", 1), cell.get("exitDay", n)
    shift = 1 if cell.get("entryDayFree") else 0
    if "entryDay" in cell:
        a += shift  # from here on: a > 1 is an entry, b < n an exit
    if "exitDay" in cell and cell.get("exitDayFree"):
        b -= 1
    if a > b:
        return []
    found = [[cell["payer"], a, run_total(method, exit_method, a, b, n)]]
    for change in cell.get("changes", ()):
        d = change["day"] + shift
        by = cell.get("handover", method) if change.get("handover") else method
        if d == a == 1 and by == "nextMonth" and change.get("handover") and "entryDay" not in cell:
            break  # the month of the handover is the developer's, also if it is the first day
        if d == a:  # on the very first day nobody leaves inside the month
            found[0][0] = change["payer"]
        elif d > b or by == "nextMonth":
            break  # who leaves pays on to the end of the run
        else:
            found.append([change["payer"], d, min(found[-1][2], owed_from(by, exit_method, d, b, n))])
    ends = [[None, b + 1, F(0)]]
    return [(who, d, following[1] - 1, owed - following[2])
            for (who, d, owed), following in zip(found, found[1:] + ends)]


def price_steps(cell):
    """The prices of the month as (first day, price); the first holds from day 1, equal neighbours are one."""
    steps = []
    for row in cell.get("prices") or [{"from": cell["month"] + "-01", "price": cell["price"]}]:
        assert row["from"] <= cell["month"] + "-31"
        day = int(row["from"][8:]) if row["from"][:7] == cell["month"] else 1
        if not steps or F(row["price"]) != steps[-1][1]:
            steps.append((day, F(row["price"])))
    return steps


def stretches(cell):
    """The segments cut at changes of price, as (payer, first day, last day, part, price)."""
    steps = price_steps(cell)
    if len(steps) > 1:  # no rule says how a part of two methods is split on the grid of one of them
        used = {cell["method"], cell.get("exit", cell["method"]), cell.get("handover", cell["method"])}
        assert "thirty" not in used or len(used) == 1
    for payer, first, last, part in segments(cell):
        at = max(i for i, (day, _) in enumerate(steps) if day <= first)
        cuts = [first] + [day for day, _ in steps if first < day <= last]
        left = part
        for i, s in enumerate(cuts):
            price = steps[at + i][1]
            if i == len(cuts) - 1:
                yield payer, s, last, left, price
                continue
            following = cuts[i + 1]
            if cell["method"] == "thirty":  # as if a payer changed that day: days 30 and 31 share a place
                taken = F(min(following, 30) - min(s, 30), 30)
            else:
                taken = part * F(following - s, last - first + 1)
            assert 0 <= taken <= left
            left -= taken
            yield payer, s, following - 1, taken, price


def fen(exact):
    """Rounds half away from zero to 0.01 (no amount here is negative)."""
    assert exact >= 0
    return (exact * 100 + F(1, 2)).__floor__()


def yuan(n):
    return str((Decimal(n) / 100).quantize(Decimal("0.01"), ROUND_FLOOR))


def solve(cell):
    """Adds lines and total to the cell. The lines share the charge by cumulative rounding."""
    lines, exact = [], F(0)
    for payer, first, last, part, price in stretches(cell):
        if part == 0:
            continue
        before, exact = fen(exact), exact + price * part
        lines.append({"payer": payer, "from": f"{cell['month']}-{first:02}", "to": f"{cell['month']}-{last:02}",
                      "part": f"{part.numerator}/{part.denominator}", "amount": yuan(fen(exact) - before)})
    cell["lines"], cell["total"] = lines, yuan(fen(exact))
    return cell


# The cells -----------------------------------------------------------------------------------------------


def base(method, month, **more):
    """A cell without a name. nextMonth is given an exit method (it must have one), perDay a price per day."""
    cell = {"name": "", "method": method}
    if "exit" in more or method == "nextMonth":
        cell["exit"] = more.pop("exit", "actualDays")
    for key in ("handover", "entryDayFree", "exitDayFree"):
        if more.get(key):
            cell[key] = more[key]
        more.pop(key, None)
    cell |= {"month": month, "days": days_of(month)}
    if "prices" not in more:
        cell["price"] = more.pop("price", DAILY if method == "perDay" else PRICE)
    return cell | {"payer": more.pop("payer", "owner")} | more


def changes(*days, **more):
    return {"changes": [{"day": d, "payer": p} for d, p in zip(days, ("tenant", "subtenant"))], **more}


def handover(day, tenant=0, **more):
    rows = [{"day": day, "payer": "owner", "handover": True}]
    return {"payer": "developer", "changes": rows + ([{"day": tenant, "payer": "tenant"}] if tenant else []), **more}


def prices(method, month, *days, **more):
    """A price change on each of the days: old, new, old …; the first price is in force since 2025."""
    old, new = (DAILY, DAILIER) if method == "perDay" else (PRICE, NEWER)
    rows = [{"from": "2025-01-01", "price": old}]
    rows += [{"from": f"{month}-{d:02}", "price": new if i % 2 == 0 else old} for i, d in enumerate(days)]
    return {"prices": rows, **more}


def one_method():
    for method in METHODS:
        for month in MONTHS:
            n = days_of(month)
            fits = [d for d in DAYS if d <= n]
            yield base(method, month)
            for d in fits:
                yield base(method, month, entryDay=d)
                yield base(method, month, exitDay=d)
            ends = n in (28, 31)  # the short and the long month in full, the others more briefly
            for a, b in ((2, 27), (10, 14), (10, 16), (15, 15), (16, 16), (17, n - 1)) if ends else ((2, 27), (16, 28)):
                yield base(method, month, entryDay=a, exitDay=b)
            for d in (2, 10, 15, 16, n) if ends else (15, 16, n):
                yield base(method, month, **changes(d))
            for d, e in ((10, 20), (15, 16), (n - 1, n)) if ends else ((n - 1, n),):
                yield base(method, month, **changes(d, e))
        march = "2026-03"
        for a, d in ((10, 15), (10, 16), (16, 20), (30, 31)):
            yield base(method, march, **changes(d, entryDay=a))
        for d, b in ((15, 20), (16, 20), (20, 20), (10, 30)):
            yield base(method, march, **changes(d, exitDay=b))
        yield base(method, march, **changes(15, 20, entryDay=10, exitDay=25))
        yield base(method, march, entryDay=29, exitDay=30)
        yield base(method, march, entryDay=30, exitDay=30)
        yield base(method, march, **changes(1))
        for price in ("100.05", "0.01"):  # halves of a fen; a line of nothing stays if its part is something
            yield base(method, "2026-04", price=price, **changes(16))
        yield base(method, "2026-04", price="0.01", **changes(20, 25))


def price_changes():
    for method in METHODS:
        for month in MONTHS:
            for d in (2, 15, 16, days_of(month)) if month in ("2026-02", "2026-03") else (16,):
                yield base(method, month, **prices(method, month, d))
        for month in ("2026-02", "2026-03"):
            for more in ({"entryDay": 10}, {"exitDay": 25}, {"entryDay": 10, "exitDay": 25}, changes(11), changes(16),
                         changes(20), changes(11, 20), changes(11, entryDay=5, exitDay=25)):
                yield base(method, month, **prices(method, month, 16, **more))
            yield base(method, month, **prices(method, month, 10, 20))
            yield base(method, month, **prices(method, month, 10, 20, entryDay=5))
        old = DAILY if method == "perDay" else PRICE  # restating a price, in two spellings, changes nothing
        yield base(method, "2026-03", prices=[{"from": "2025-01-01", "price": old},
                                              {"from": "2026-03-16", "price": old + "0"}])
        if method != "perDay":
            yield base(method, "2026-03", **prices(method, "2026-03", 11, entryDay=10, entryDayFree=True))
            yield base(method, "2026-03", **prices(method, "2026-03", 20, exitDay=20, exitDayFree=True))
            yield base(method, "2026-03", **prices(method, "2026-03", 16, **changes(15), entryDayFree=True))
    yield base("thirty", "2026-03", **prices("thirty", "2026-03", 31, entryDay=30))


def mixed_methods():
    for method in ENTRY:
        for exit_method in EXIT:
            if method != exit_method:
                for month, a, b in (("2026-02", 14, 14), ("2026-02", 2, 27), ("2026-03", 10, 16)):
                    yield base(method, month, exit=exit_method, entryDay=a, exitDay=b)
                yield base(method, "2026-03", exit=exit_method, exitDay=15)
                yield base(method, "2026-03", exit=exit_method, **changes(12, exitDay=20))
        if method != "nextMonth":  # the exit method has no say where nobody leaves
            yield base(method, "2026-03", exit="halfMonth", entryDay=10)


def handovers():
    for method in ENTRY:
        yield base(method, "2026-03", **handover(11))  # DOMAIN-CN 1.4, the developer before
        for by in ENTRY:
            if by != method:
                for d in (2, 11, 15, 16, 31) if method == "actualDays" else (11, 16):
                    yield base(method, "2026-03", handover=by, **handover(d))
    for by in ENTRY[1:]:
        yield base("actualDays", "2026-02", handover=by, **handover(28))
        yield base("actualDays", "2026-03", handover=by, **handover(10, exitDay=20))
        yield base("actualDays", "2026-03", handover=by, **handover(16, entryDay=10))
        yield base("actualDays", "2026-03", handover=by, **handover(10, tenant=20))
        yield base("actualDays", "2026-03", handover=by, **handover(15, entryDayFree=True))
        yield base("actualDays", "2026-03", handover=by, **handover(1))
    yield base("nextMonth", "2026-03", **handover(1))
    yield base("wholeMonth", "2026-03", handover="actualDays", **handover(20, tenant=22))
    yield base("nextMonth", "2026-03", handover="actualDays", **handover(11, tenant=20))
    yield base("year365", "2026-03", exit="actualDays", handover="year365", **handover(11, exitDay=20))
    yield base("actualDays", "2026-03", exit="year365", handover="year365", **handover(11, exitDay=20))
    yield base("actualDays", "2026-03", handover="nextMonth", **prices("actualDays", "2026-03", 16, **handover(11)))
    yield base("actualDays", "2026-03", handover="wholeMonth", **prices("actualDays", "2026-03", 16, **handover(11)))


def free_days():
    for method in ENTRY:
        for month in ("2026-02", "2026-03"):
            n = days_of(month)
            long = n == 31
            for d in (1, 2, 14, 15, 16, 30, 31) if long else (1, 27, 28):
                yield base(method, month, entryDay=d, entryDayFree=True)
            for d in (1, 2, 15, 16, 17, 31) if long else (1, 16, 28):
                yield base(method, month, exitDay=d, exitDayFree=True)
            for a, b in ((1, n), (10, 10), (10, 11), (10, 12), (14, 17)) if long else ((1, n),):
                yield base(method, month, entryDay=a, exitDay=b, entryDayFree=True, exitDayFree=True)
        march = "2026-03"
        for d in (1, 2, 14, 15, 16, 30, 31):
            yield base(method, march, **changes(d, entryDayFree=True))
        yield base(method, march, **changes(15, 16, entryDayFree=True))
        yield base(method, march, **changes(11, entryDay=10, entryDayFree=True))
        yield base(method, march, **changes(20, exitDay=20, entryDayFree=True))
        yield base(method, march, entryDay=20, exitDay=20, entryDayFree=True)
        yield base(method, march, entryDay=20, exitDay=20, exitDayFree=True)
        for d in (15, 19, 20):
            yield base(method, march, **changes(d, exitDay=20, exitDayFree=True))
        yield base(method, march, **changes(15, exitDay=31, entryDayFree=True, exitDayFree=True))
        yield base(method, march, entryDayFree=True, exitDayFree=True)


def printed():
    """What DOMAIN-CN prints besides the table of the handover."""
    for month, a in (("2026-02", 19), ("2028-02", 20)):  # the last ten days, and the first ten below
        yield base("actualDays", month, entryDay=a)
    for method in METHODS[:-1]:
        yield base(method, "2026-03", entryDay=11)
    yield base("actualDays", "2026-07", **prices("actualDays", "2026-07", 16))  # EX-106


GROUPS = (one_method, price_changes, mixed_methods, handovers, free_days, printed)

READINGS = (  # cells whose figure rests on a reading of the rules that README.md names
    ("1", lambda c: any(x["day"] == 1 for x in c.get("changes", ()))),
    ("2", lambda c: c["method"] == "nextMonth" and c.get("entryDay") == 1),
    ("3", lambda c: c.get("handover") == "nextMonth" and len(c["changes"]) > 1),
    ("4", lambda c: c["method"] == "thirty" and any(p["from"][8:] == "31" for p in c.get("prices", ()))),
    ("5", lambda c: c.get("price") == "0.01" and any(line["amount"] == "0.00" for line in c["lines"])),
    ("6", lambda c: c.get("changes", [{}])[0].get("handover") and ("owner", "21/31", "169.81") in amounts(c)),
)


def name(cell):
    """The cell in words, unique in the table: "2026-03 thirty enter 11"."""
    words = [cell["month"], cell["method"]]
    words += [f"{key} {cell[key]}" for key in ("exit", "handover") if key in cell]
    words += [key for key in ("entryDayFree", "exitDayFree") if key in cell]
    words += [f"{word} {cell[key]}" for key, word in (("entryDay", "enter"), ("exitDay", "leave")) if key in cell]
    words += [f"{'handover' if c.get('handover') else 'change'} on {c['day']}" for c in cell.get("changes", ())]
    words += [f"price {p['price']} from {p['from'][5:]}" for p in cell.get("prices", ())[1:]]
    words += [f"at {cell['price']}"] if cell.get("price") in ("100.05", "0.01") else []
    return " ".join(words)


def table():
    cells = {}
    for group in GROUPS:
        for cell in group():
            cell["name"] = name(cell)
            solve(cell)
            rests = [number for number, on in READINGS if on(cell)]
            cell |= {"reading": ",".join(rests)} if rests else {}
            assert cells.setdefault(cell["name"], cell) == cell, cell["name"]
    return cells


# The proofs ----------------------------------------------------------------------------------------------


def amounts(cell):
    return [(line["payer"], line["part"], line["amount"]) for line in cell["lines"]]


def prove(cells):
    """Asserts every figure DOMAIN-CN 1.4 prints, and what must hold for every cell."""
    table_1_4 = {"actualDays": ("21/31", "169.82"), "thirty": ("2/3", "167.12"), "year365": ("252/365", "173.07"),
                 "halfMonth": ("1/1", "250.68"), "wholeMonth": ("1/1", "250.68"), "nextMonth": ("0/1", "0.00")}
    for method, (part, amount) in table_1_4.items():
        key = f"2026-03 {method}{' exit actualDays' if method == 'nextMonth' else ''}"
        alone, after = cells[key + " enter 11"], cells[key + " handover on 11"]
        assert alone["total"] == amount and after["total"] == "250.68"
        assert amounts(alone) == ([] if method == "nextMonth" else [("owner", part, amount)])
        owners = [line for line in after["lines"] if line["payer"] == "owner"]
        assert [line["part"] for line in owners] == ([] if method == "nextMonth" else [part])
        assert yuan(fen(F(PRICE) * F(part))) == amount  # the owner's exact share, rounded by itself
    assert amounts(cells["2026-03 actualDays handover on 11"]) == [  # cumulative: 169.81, see README.md
        ("developer", "10/31", "80.87"), ("owner", "21/31", "169.81")]
    assert amounts(cells["2026-03 thirty handover on 11"]) == [
        ("developer", "1/3", "83.56"), ("owner", "2/3", "167.12")]
    assert amounts(cells["2026-03 year365 handover on 11"]) == [
        ("developer", "113/365", "77.61"), ("owner", "252/365", "173.07")]
    assert amounts(cells["2026-03 halfMonth enter 16"]) == [("owner", "1/2", "125.34")]
    assert 21 * fen(F(PRICE) / 31) == 16989  # the daily price rounded first is wrong
    assert amounts(cells["2026-04 actualDays change on 16 at 100.05"]) == [  # 50.025 is half a fen: away from zero
        ("owner", "1/2", "50.03"), ("tenant", "1/2", "50.02")]
    for month, a, amount in (("2026-02", 19, "89.53"), ("2028-02", 20, "86.44")):
        for what in (f"enter {a}", "leave 10"):
            assert cells[f"{month} actualDays {what}"]["total"] == amount
    ex106 = cells["2026-07 actualDays price 277.543 from 07-16"]
    assert [F(p["price"]) for p in ex106["prices"]] == [F("89.53") * F("2.80"), F("89.53") * F("3.10")]
    assert amounts(ex106) == [("owner", "15/31", "121.30"), ("owner", "16/31", "143.25")] and ex106["total"] == "264.55"
    prove_by_hand(cells)
    for cell in cells.values():
        prove_sums(cell)


BY_HAND = {  # worked out on paper from the rules, a few of each kind: payer, first day, last day, part
    "2026-02 thirty enter 17 leave 27": "owner 17-27 11/30",  # 14/30 + 27/30 - 1
    "2026-03 year365 enter 10 leave 16": "owner 10-16 84/365",
    "2026-03 halfMonth enter 17 leave 30": "owner 17-30 1/2",
    "2026-03 thirty change on 30 change on 31": "owner 1-29 29/30, subtenant 31-31 1/30",
    "2026-03 halfMonth change on 10 change on 20": "tenant 10-19 1/2, subtenant 20-31 1/2",
    "2026-02 year365 exit actualDays enter 14 leave 14": "",  # 180/365 + 14/28 - 1 is below 0
    "2026-03 thirty exit halfMonth enter 10 leave 16": "owner 10-16 7/10",  # 21/30 + 1 - 1
    "2026-02 thirty price 277.543 from 02-16": "owner 1-15 1/2, owner 16-28 1/2",
    "2026-03 halfMonth enter 15": "owner 15-31 1",
    "2026-03 year365 leave 10": "owner 1-10 120/365",
    "2026-03 thirty price 277.543 from 03-31": "owner 1-30 29/30, owner 31-31 1/30",  # reading 4
    "2026-03 wholeMonth enter 10 price 277.543 from 03-16": "owner 10-15 3/11, owner 16-31 8/11",
    "2026-03 wholeMonth handover actualDays handover on 20 change on 22": "developer 1-19 19/31, tenant 22-31 12/31",
    "2026-03 halfMonth entryDayFree change on 15": "owner 1-15 1/2, tenant 16-31 1/2",
    "2026-03 halfMonth exitDayFree leave 16": "owner 1-15 1/2",
    "2026-03 wholeMonth exitDayFree leave 1": "",
    "2026-03 actualDays entryDayFree exitDayFree enter 10 leave 12": "owner 11-11 1/31",
    "2026-03 actualDays exitDayFree leave 20 change on 20": "owner 1-19 19/31",
    "2026-03 nextMonth exit actualDays leave 20 change on 15": "owner 1-20 20/31",
    "2026-03 perDay enter 10 leave 16": "owner 10-16 7",
}


def prove_by_hand(cells):
    for key, want in BY_HAND.items():
        rows = [f"{x['payer']} {int(x['from'][8:])}-{int(x['to'][8:])} {x['part']}" for x in cells[key]["lines"]]
        wanted = [row.rsplit(" ", 1) for row in want.split(", ") if row]
        assert [[r.rsplit(" ", 1)[0], F(r.rsplit(" ", 1)[1])] for r in rows] == [[w, F(x)] for w, x in wanted], key


def prove_sums(cell):
    """Lines are in order, apart, not empty, and add up; where the rule is to count days, the days are counted."""
    lines, n = cell["lines"], cell["days"]
    assert sum((F(line["amount"]) for line in lines), F(0)) == F(cell["total"])
    assert all(one["from"] <= one["to"] for one in lines)
    assert all(one["to"] < two["from"] for one, two in zip(lines, lines[1:]))
    for one in lines:
        assert int(one["from"][8:]) >= cell.get("entryDay", 1) + bool("entryDay" in cell and cell.get("entryDayFree"))
        assert int(one["to"][8:]) <= cell.get("exitDay", n) - bool("exitDay" in cell and cell.get("exitDayFree"))
    parts = sum((F(line["part"]) for line in lines), F(0))
    assert cell["method"] == "perDay" or 0 <= parts <= 1
    if not any(k in cell for k in ("entryDay", "exitDay")):
        assert parts == (n if cell["method"] == "perDay" else 1)
    if cell["method"] in ("actualDays", "perDay") and not {"exit", "handover"} & cell.keys():
        for line in lines:
            counted = int(line["to"][8:]) - int(line["from"][8:]) + 1
            assert F(line["part"]) == F(counted, n if cell["method"] == "actualDays" else 1)


def main():
    cells = table()
    prove(cells)
    rows = ",\n".join(json.dumps(cell, ensure_ascii=False, separators=(",", ":")) for cell in cells.values())
    text, file = f"[\n{rows}\n]\n", pathlib.Path(__file__).with_name("proration.json")
    if "--check" in sys.argv[1:]:
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            sys.exit("proration.json is not what proration.py makes")
    else:
        file.write_text(text, encoding="utf-8")
    print(f"{len(cells)} cells")


if __name__ == "__main__":
    main()
