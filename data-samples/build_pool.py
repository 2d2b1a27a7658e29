#!/usr/bin/env python3
"""Makes the indicator pool of the sample city: landing/pool, its registry files and answers_pool.csv.

    python3 build_pool.py [--check]

Needs Python 3 and nothing else; --check builds in memory and compares byte by byte. Masses and
projects are invented. The answers are worked out here with decimals, independently of the program
they test: not by lots and accounts, but by parcels. A parcel is a mass of one certification that
lies in one place; every entry only splits parcels and moves them.
"""

import argparse
import csv
import io
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_EVEN
from pathlib import Path

from written import put

HERE = Path(__file__).resolve().parent
COUNTIES = ["370902", "370911", "370921", "370923", "370982", "370983"]
HEADINGS = (
    "entry_no,entry_day,kind,county_code,other_county_code,pollutant_code,mass_t,reduction_year,"
    "project_code,multiplier,refers_to_entry_no,document_no,note"
).split(",")
RATIO = Decimal("0.30")
VALIDITY_MONTHS = {"NOx": 18}
CLOSED = (2023, 12)
LAST_CLOSED_NO = 109


def entries():
    """Numbered in the order in which they were entered; days of late ones lie earlier."""
    rows = []

    def add(day, kind, county="", pollutant="", mass="", project="", multiplier="", refers="",
            other="", year="", note=""):
        no = len(rows) + 1
        rows.append(
            dict(entry_no=no, entry_day=day, kind=kind, county_code=county,
                 other_county_code=other, pollutant_code=pollutant, mass_t=mass,
                 reduction_year=year, project_code=project, multiplier=multiplier,
                 refers_to_entry_no=refers, document_no="泰环总量〔%s〕%d号" % (day[:4], no),
                 note=note))
        return no

    cert = {}
    # Spring 2022: 12 certifications, NOx and COD of each county.
    nox = ["120.0000", "85.5000", "64.2501", "48.0003", "150.7500", "99.9999"]
    cod = ["60.0000", "42.4000", "33.3333", "27.0000", "81.1000", "50.0005"]
    for i, c in enumerate(COUNTIES):
        cert["n1", c] = add("2022-04-%02d" % (5 + i), "CERTIFY", c, "NOx", nox[i], year="2021")
        cert["c1", c] = add("2022-04-%02d" % (15 + i), "CERTIFY", c, "COD", cod[i], year="2021")
    # Summer and autumn 2022: 18 allocations (13 to 30), county by county.
    need = ["10.0000", "8.2500", "5.1000", "4.0001", "12.5000", "7.7500"]
    for i, c in enumerate(COUNTIES):
        add("2022-06-%02d" % (10 + i), "ALLOCATE_COUNTY", c, "NOx", need[i], "PJ%03d" % (i + 1), "2")
    for i, c in enumerate(COUNTIES):
        add("2022-07-%02d" % (10 + i), "ALLOCATE_COUNTY", c, "COD", need[i], "PJ%03d" % (i + 1), "1")
    for i, c in enumerate(COUNTIES):
        add("2022-09-%02d" % (10 + i), "ALLOCATE_CITY", c, "NOx", need[5 - i], "PJ%03d" % (i + 11),
            "2")
    # Winter 2022: 10 certifications (31 to 40).
    for i, c in enumerate(COUNTIES):
        cert["n2", c] = add("2022-12-%02d" % (1 + i), "CERTIFY", c, "NOx",
                            str(Decimal(nox[i]) / 2).rstrip("0")[:7], year="2022")
    for i, c in enumerate(COUNTIES[:4]):
        cert["v1", c] = add("2022-12-%02d" % (11 + i), "CERTIFY", c, "VOCs",
                            ["30.0001", "20.0003", "10.0000", "5.5555"][i], year="2022")
    # Spring 2023: allocations of VOCs and COD (41 to 52), a return, adjustments, transfers.
    for i, c in enumerate(COUNTIES[:4]):
        add("2023-02-%02d" % (6 + i), "ALLOCATE_COUNTY", c, "VOCs",
            ["8.0000", "5.0000", "2.5000", "1.2500"][i], "PJ%03d" % (i + 21), "2")
    for i, c in enumerate(COUNTIES):
        add("2023-03-%02d" % (6 + i), "ALLOCATE_CITY", c, "COD", "6.0000", "PJ%03d" % (i + 31), "1")
    add("2023-03-20", "ALLOCATE_COUNTY", "370902", "NOx", "500.0000", "PJ041", "2",
        note="透支: more than the county has")                                         # 51 overdraw
    add("2023-03-21", "ALLOCATE_COUNTY", "370921", "NOx", "2.0000", "PJ042", "3",
        note="multiplier 3")                                                          # 52 not allowed
    ret = add("2023-04-03", "RETURN", "370902", "NOx", "5.0000", "PJ001", refers=13)   # 53
    adj1 = add("2023-04-10", "ADJUST", mass="47.0003", refers=cert["n1", "370923"])    # 54
    add("2023-04-11", "ADJUST", mass="70.0000", refers=cert["n1", "370902"],
        note="核减: half of it was counted twice")                                      # 55
    tr1 = add("2023-04-18", "TRANSFER", "370982", "NOx", "30.0000", other="370921")    # 56
    add("2023-05-05", "REVERSE", refers=16, note="冲销 of the allocation of PJ004")     # 57
    add("2023-05-06", "REVERSE", refers=57, note="a reversal of a reversal")           # 58 refused
    add("2023-05-07", "REVERSE", refers=999, note="a reversal of nothing")             # 59 refused
    # Summer 2023: a certification cut below what was used, the block, and the cover (60 to 69).
    add("2023-06-01", "ALLOCATE_COUNTY", "370923", "COD", "14.0000", "PJ051", "1")     # 60
    add("2023-06-12", "ADJUST", mass="20.0000", refers=cert["c1", "370923"])           # 61 shortfall
    add("2023-06-13", "ALLOCATE_COUNTY", "370923", "COD", "0.5000", "PJ052", "1")      # 62 blocked
    add("2023-06-14", "ALLOCATE_CITY", "370923", "COD", "0.5000", "PJ052", "1")        # 63 blocked
    cert["c2", "370923"] = add("2023-06-20", "CERTIFY", "370923", "COD", "12.0000", year="2023")
    add("2023-06-21", "ALLOCATE_COUNTY", "370923", "COD", "0.5000", "PJ052", "1")      # 65 booked
    add("2023-06-22", "ALLOCATE_COUNTY", "370911", "NH3-N", "1.0000", "PJ053", "1")    # 66 before
    for i, c in enumerate(COUNTIES[:3]):
        cert["h1", c] = add("2023-06-%02d" % (26 + i), "CERTIFY", c, "NH3-N",
                            ["9.0000", "6.0001", "4.0002"][i], year="2023")            # 67 to 69
    # Second half of 2023: certifications (70 to 81) and allocations (82 to 103).
    for i, c in enumerate(COUNTIES):
        cert["n3", c] = add("2023-07-%02d" % (3 + i), "CERTIFY", c, "NOx",
                            ["40.0000", "36.6000", "22.2222", "18.0000", "55.5000", "44.4000"][i],
                            year="2023")
    for i, c in enumerate(COUNTIES):
        cert["c3", c] = add("2023-07-%02d" % (11 + i), "CERTIFY", c, "COD",
                            ["15.0000", "12.5000", "10.0001", "8.0000", "20.0000", "14.0000"][i],
                            year="2023")
    for i, c in enumerate(COUNTIES):
        add("2023-08-%02d" % (7 + i), "ALLOCATE_COUNTY", c, "NOx", "3.0000", "PJ%03d" % (i + 61), "2")
    for i, c in enumerate(COUNTIES[:3]):
        add("2023-08-%02d" % (15 + i), "ALLOCATE_COUNTY", c, "NH3-N", "1.5000", "PJ%03d" % (i + 71),
            "1")
    for i, c in enumerate(COUNTIES):
        add("2023-09-%02d" % (4 + i), "ALLOCATE_CITY", c, "NOx", "2.0000", "PJ%03d" % (i + 81), "2")
    for i, c in enumerate(COUNTIES[:3]):
        add("2023-11-%02d" % (6 + i), "ALLOCATE_COUNTY", c, "COD", "4.0000", "PJ%03d" % (i + 91), "1")
    for i, c in enumerate(COUNTIES[:4]):
        add("2023-12-%02d" % (4 + i), "ALLOCATE_COUNTY", c, "NOx", "1.5000", "PJ%03d" % (i + 95), "2")
    add("2023-12-11", "RETURN", "370911", "NOx", project="PJ062", note="all of it")    # 104
    add("2023-12-12", "REVERSE", refers=ret)                                           # 105
    add("2023-12-13", "REVERSE", refers=adj1)                                          # 106
    add("2023-12-14", "TRANSFER", "370983", "COD", "6.5000", other="370923")           # 107
    add("2023-12-15", "TRANSFER", "370983", "COD", "999.0000", other="370923")         # 108 refused
    add("2023-12-18", "REVERSE", refers=tr1)                                           # 109, last closed
    # 2024: entered after 2023 was closed; the first three have days in it.
    add("2023-11-20", "ALLOCATE_COUNTY", "370911", "COD", "2.2500", "PJ101", "1", note="late")
    cert["n4", "370902"] = add("2023-12-20", "CERTIFY", "370902", "NOx", "25.0001", year="2023",
                               note="late")
    add("2023-10-08", "RETURN", "370921", "VOCs", "1.0000", "PJ023", note="late")
    for i, c in enumerate(COUNTIES[:5]):
        add("2024-03-%02d" % (11 + i), "ALLOCATE_CITY", c, "NOx", "1.0000", "PJ%03d" % (i + 111), "2")
    add("2024-03-18", "CERTIFY", "370911", "VOCs", "4.4444", year="2024")              # 118
    add("2024-03-20", "CERTIFY", "370921", "PM10", "3.0000", year="2024")              # 119 unknown
    add("2024-03-21", "ADJUST", mass="28.0000", refers=cert["c1", "370902"])           # 120
    add("2024-03-25", "ALLOCATE_CITY", "370983", "VOCs", "3.0000", "PJ121", "2")       # 121
    add("2024-03-26", "ALLOCATE_COUNTY", "370983", "NOx", "4.0000", "PJ122", "2")      # 122
    return rows


# ----------------------------------------------------------------------------------- the answers

ZERO = Decimal(0)
HOME = {"own": "county", "city": "pool"}


def plus_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for d in range(day.day, 0, -1):
        try:
            return date(year, month + 1, d)
        except ValueError:
            continue
    raise AssertionError


def month_after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


def share_of_city(mass):
    return (mass * RATIO).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)


def total(parcels):
    return sum((p["mass"] for p in parcels), ZERO)


class City:
    """
    Where every ten-thousandth of a tonne lies. The place of a parcel is one of
    county C, pool C, used (by an allocation), expired C, cover (of a shortfall of C), gone.
    """

    def __init__(self):
        self.parcels = []
        self.certs = {}
        self.owed = {}
        self.stands = {}
        self.refused = []
        self.transferred = {}

    def find(self, test):
        return [p for p in self.parcels if p["mass"] > 0 and test(p)]

    def move(self, chosen, mass, **changes):
        """Moves a mass out of the chosen parcels in their order; gives the parcels moved."""
        moved = []
        for p in chosen:
            part = min(mass, p["mass"])
            if part > 0:
                p["mass"] -= part
                mass -= part
                moved.append(dict(p, mass=part, came_from=(p["place"], p["at"]), **changes))
        assert mass == 0, "not enough"
        self.parcels += moved
        return moved

    def lots(self, place, pollutant, at=None):
        found = self.find(lambda p: p["place"] == place and p["pollutant"] == pollutant
                          and (at is None or p["at"] == at))
        return sorted(found, key=lambda p: (p["until"] or date.max, p["day"], p["cert"]))

    def open_debt(self, county, pollutant, share=None):
        return sum((m for (c, s), m in self.owed.items()
                    if self.certs[c]["county"] == county and self.certs[c]["pollutant"] == pollutant
                    and share in (None, s)), ZERO)

    def expire(self, day):
        for p in self.find(lambda p: p["place"] in ("county", "pool") and p["until"]
                           and day > p["until"]):
            self.move([p], p["mass"], place="expired")

    def cover(self, county, pollutant):
        for (c, share), missing in list(self.owed.items()):
            if self.certs[c]["county"] == county and self.certs[c]["pollutant"] == pollutant:
                lots = self.lots(HOME[share], pollutant, county)
                part = min(missing, total(lots))
                self.move(lots, part, place="cover", debtor=c)
                self.owed[c, share] -= part

    def revise(self, no, mass):
        c = self.certs[no]
        c["mass"] = mass
        new = {"city": share_of_city(mass)}
        new["own"] = mass - new["city"]
        for share in ("own", "city"):
            more = new[share] - c[share]
            c[share] = new[share]
            if more > 0:
                # What it owed it no longer owes, so that what covered it goes home.
                assert self.owed.get((no, share), ZERO) == 0, "no sample raises an open debt"
                for p in self.find(lambda p: p["place"] == "cover" and p["debtor"] == no
                                   and p["share"] == share):
                    part = min(more, p["mass"])
                    self.move([p], part, place=p["came_from"][0], at=p["came_from"][1])
                    more -= part
                self.parcels.append(dict(
                    mass=more, cert=no, share=share, place=HOME[share], at=c["county"],
                    pollutant=c["pollutant"], until=c["until"], day=c["day"], origin=c["county"]))
                continue
            for place in (HOME[share], "expired"):
                lots = self.find(lambda p: p["cert"] == no and p["share"] == share
                                 and p["place"] == place and p["at"] == c["county"])
                part = min(max(ZERO, -more), total(lots))
                self.move(lots, part, place="gone")
                more += part
            if more < 0:
                self.owed[no, share] = self.owed.get((no, share), ZERO) - more
        self.cover(c["county"], c["pollutant"])

    def enter(self, row, posted):
        verdict = self.judge(row, posted)
        self.expire(posted)
        if verdict:
            self.refused.append((row, posted) + verdict)

    def judge(self, row, posted):
        """Enters the row; a pair of reason and missing mass if it is refused."""
        no, kind = row["entry_no"], row["kind"]
        county, pollutant = row["county_code"], row["pollutant_code"]
        mass = Decimal(row["mass_t"]) if row["mass_t"] else None
        target = self.stands.get(row["refers_to_entry_no"])
        if kind in ("ADJUST", "REVERSE") and target is None:
            return "REFERS_TO_NOTHING", None
        if kind == "CERTIFY":
            if pollutant not in ("NOx", "VOCs", "COD", "NH3-N"):
                return "UNKNOWN_POLLUTANT", None
            day = date.fromisoformat(row["entry_day"])
            months = VALIDITY_MONTHS.get(pollutant)
            self.certs[no] = dict(
                county=county, pollutant=pollutant, day=day, own=ZERO, city=ZERO, first=mass,
                until=plus_months(day, months) if months else None, masses=[mass],
                year=row["reduction_year"])
            self.revise(no, mass)
        elif kind == "ADJUST":
            self.certs[target["entry_no"]]["masses"].append(mass)
            self.revise(target["entry_no"], mass)
        elif kind.startswith("ALLOCATE"):
            multiplier = Decimal(row["multiplier"])
            if multiplier != (2 if pollutant in ("NOx", "VOCs") else 1):
                return "MULTIPLIER_NOT_ALLOWED", None
            city = kind == "ALLOCATE_CITY"
            lots = self.lots("pool", pollutant) if city else self.lots("county", pollutant, county)
            required, debt = mass * multiplier, self.open_debt(county, pollutant)
            lacking = max(ZERO, required - total(lots))
            if debt:
                return "BLOCKED_BY_SHORTFALL", debt + lacking
            if lacking:
                ever = any(c["pollutant"] == pollutant and (city or c["county"] == county)
                           for c in self.certs.values())
                return "BELOW_ZERO" if ever else "BEFORE_CERTIFICATION", lacking
            self.move(lots, required, place="used", by=no, project=row["project_code"])
        elif kind == "RETURN":
            used = self.find(lambda p: p["place"] == "used" and (
                p["by"] == row["refers_to_entry_no"] if row["refers_to_entry_no"] else
                p["project"] == row["project_code"] and p["pollutant"] == pollutant))
            used.reverse()
            mass = total(used) if mass is None else mass
            row = dict(row, by=used[0]["by"])
            for p in used:
                part = min(mass, p["mass"])
                mass -= part
                row.setdefault("gave", []).append((p["cert"], p["share"], p["came_from"], part))
                self.move([p], part, place=p["came_from"][0], at=p["came_from"][1])
        elif kind == "TRANSFER":
            lots = self.lots("county", pollutant, county)
            if total(lots) < mass:
                return "BELOW_ZERO", mass - total(lots)
            moved = self.move(lots, mass, at=row["other_county_code"])
            row = dict(row, gave=[(p["cert"], p["mass"]) for p in moved])
            self.count_transfer(row, 1)
            self.cover(row["other_county_code"], pollutant)
        elif kind == "REVERSE":
            if target["kind"] == "REVERSE":
                return "REVERSES_A_REVERSAL", None
            self.undo(target)
        self.stands[no] = row
        return None

    def count_transfer(self, row, sign):
        for county, way in ((row["county_code"], -1), (row["other_county_code"], 1)):
            key = county, row["pollutant_code"]
            self.transferred[key] = (self.transferred.get(key, ZERO)
                                     + sign * way * Decimal(row["mass_t"]))

    def undo(self, target):
        no = target["entry_no"]
        if target["kind"].startswith("ALLOCATE"):
            for p in self.find(lambda p: p["place"] == "used" and p["by"] == no):
                self.move([p], p["mass"], place=p["came_from"][0], at=p["came_from"][1])
        elif target["kind"] == "ADJUST":
            cert = target["refers_to_entry_no"]
            self.certs[cert]["masses"].remove(Decimal(target["mass_t"]))
            self.revise(cert, self.certs[cert]["masses"][-1])
        elif target["kind"] == "RETURN":
            # In use again: out of the same certification, ready or expired meanwhile.
            for cert, share, (place, at), part in target["gave"]:
                same = [p for where in (place, "expired") for p in self.find(
                    lambda p: p["cert"] == cert and p["share"] == share and p["place"] == where
                    and p["at"] == at)]
                moved = self.move(same, part, place="used", by=target["by"],
                                  project=self.stands[target["by"]]["project_code"])
                for p in moved:
                    p["came_from"] = (place, at)
        elif target["kind"] == "TRANSFER":
            giver, taker = target["county_code"], target["other_county_code"]
            for cert, part in target["gave"]:
                same = [p for where in ("county", "expired") for p in self.find(
                    lambda p: p["cert"] == cert and p["share"] == "own" and p["place"] == where
                    and p["at"] == taker)]
                others = [p for p in self.lots("county", target["pollutant_code"], taker)
                          if p["cert"] != cert]
                self.move(same + others, part, place="county", at=giver)
            self.count_transfer(target, -1)
        else:
            raise AssertionError("no sample reverses a " + target["kind"])


def answers():
    city = City()
    rows = []
    for row in entries():
        day = date.fromisoformat(row["entry_day"])
        closed_end = date(*month_after(*CLOSED), 1)
        late = row["entry_no"] > LAST_CLOSED_NO and day < closed_end
        rows.append((closed_end if late else day, row["entry_no"], row))
    rows.sort(key=lambda r: r[:2])
    seen = {}
    out = []

    def end_of(year, month):
        end = date(*month_after(year, month), 1) - timedelta(days=1)
        city.expire(end)
        for county, pollutant in sorted(seen):
            at = lambda place, by: total(city.find(
                lambda p: p["place"] == place and p["pollutant"] == pollutant and by(p)))
            mine = [c for c in city.certs.values()
                    if c["county"] == county and c["pollutant"] == pollutant]
            own = lambda p: p["share"] == "own" and p["at"] == county
            pooled = lambda p: p["share"] == "city" and p["origin"] == county
            origin = lambda p: p["origin"] == county
            first = sum((c["first"] for c in mine), ZERO)
            lots = city.lots("county", pollutant, county)
            pool = city.lots("pool", pollutant, county)
            out.append(dict(
                kind="county", county_code=county, pollutant_code=pollutant, month_end=end,
                certified_t=first, adjusted_t=sum((c["mass"] for c in mine), ZERO) - first,
                pooled_t=sum((c["city"] for c in mine), ZERO),
                retained_t=sum((c["own"] for c in mine), ZERO),
                in_use_t=at("used", lambda p: own(p)),
                transferred_t=city.transferred.get((county, pollutant), ZERO),
                expired_t=at("expired", own),
                shortfall_t=city.open_debt(county, pollutant, "own"), balance_t=total(lots),
                next_expiry_days=days_left(lots, end),
                origin_balance_t=at("county", origin) + at("pool", origin),
                origin_used_t=at("used", origin)))
            out.append(dict(
                kind="city", county_code=county, pollutant_code=pollutant, month_end=end,
                pooled_t=sum((c["city"] for c in mine), ZERO), in_use_t=at("used", pooled),
                expired_t=at("expired", pooled),
                shortfall_t=city.open_debt(county, pollutant, "city"), balance_t=total(pool),
                next_expiry_days=days_left(pool, end)))

    now = (rows[0][0].year, rows[0][0].month)
    for posted, _, row in rows:
        while now < (posted.year, posted.month):
            end_of(*now)
            now = month_after(*now)
        city.expire(posted)
        needs = row["kind"] != "RETURN" and row["county_code"]
        if needs and row["pollutant_code"] in ("NOx", "VOCs", "COD", "NH3-N"):
            ruled = not row["multiplier"] or Decimal(row["multiplier"]) <= 2
            if ruled:
                seen[row["county_code"], row["pollutant_code"]] = True
            if row["other_county_code"]:
                seen[row["other_county_code"], row["pollutant_code"]] = True
        city.enter(row, posted)
    end_of(*now)
    for row, posted, reason, missing in city.refused:
        out.append(dict(kind="refused", entry_no=row["entry_no"], month_end=posted, reason=reason,
                        missing_t=missing))
    used = {}
    for p in city.find(lambda p: p["place"] == "used"):
        key = p["project"], p["pollutant"], p["share"], p["cert"]
        used[key] = used.get(key, ZERO) + p["mass"]
    for (project, pollutant, share, cert), mass in sorted(used.items()):
        out.append(dict(kind="drawn", project_code=project, pollutant_code=pollutant,
                        entry_no=cert, reason=share, drawn_t=mass))
    for (county, pollutant, year), task in sorted(TASKS.items()):
        done = sum((c["mass"] for c in city.certs.values() if (
            c["county"], c["pollutant"], c["year"]) == (county, pollutant, year)), ZERO)
        out.append(dict(kind="year", county_code=county, pollutant_code=pollutant, reason=year,
                        certified_t=done, task_t=Decimal(task)))
    return out


def days_left(lots, end):
    untils = [p["until"] for p in lots if p["until"]]
    return (min(untils) - end).days if untils else None


TASKS = {(c, "NOx", "2021"): t for c, t in zip(
    COUNTIES, ["100.0000", "80.0000", "70.0000", "45.0000", "150.0000", "100.0000"])}
TASKS.update({(c, "NOx", "2022"): t for c, t in zip(
    COUNTIES, ["60.0000", "45.0000", "30.0000", "24.0000", "75.0000", "50.0000"])})
TASKS["370983", "VOCs", "2022"] = "5.0000"

ANSWER_HEADINGS = (
    "kind,county_code,pollutant_code,month_end,entry_no,project_code,reason,certified_t,adjusted_t,"
    "pooled_t,retained_t,in_use_t,transferred_t,expired_t,shortfall_t,balance_t,next_expiry_days,"
    "origin_balance_t,origin_used_t,missing_t,drawn_t,task_t"
).split(",")


def sheet(headings, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, headings, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({
            k: "" if v is None else "%.4f" % v if isinstance(v, Decimal) else v
            for k, v in row.items()})
    return text.getvalue()


def files():
    quarters = {}
    for row in entries():
        if row["entry_no"] > LAST_CLOSED_NO:
            name = "2024-04-01/pool_20240331.csv"
        else:
            month = int(row["entry_day"][5:7])
            half = "0630" if month <= 6 else "1231"
            arrival = {"0630": "-07-01", "1231": "-12-31"}[half]
            name = "%s%s/pool_%s%s.csv" % (row["entry_day"][:4], arrival, row["entry_day"][:4], half)
        quarters.setdefault(name, []).append(row)
    made = {"landing/pool/" + name: sheet(HEADINGS, rows) for name, rows in quarters.items()}
    made["landing/registry/pool_closings.csv"] = sheet(
        ["month", "last_entry_no", "document_no"],
        [dict(month="%d-%02d" % CLOSED, last_entry_no=LAST_CLOSED_NO,
              document_no="泰环总量结〔2023〕1号")])
    made["landing/registry/pool_multipliers.csv"] = sheet(
        ["city_code", "pollutant_code", "year", "multiplier", "document_no", "confidence"],
        [dict(city_code="370900", pollutant_code=p, year=y, multiplier=m,
              document_no="sample", confidence="P")
         for p, m in (("NOx", 2), ("VOCs", 2), ("COD", 1), ("NH3-N", 1)) for y in (2022, 2023, 2024)])
    made["landing/registry/pool_validity.csv"] = sheet(
        ["pollutant_code", "validity_months", "document_no", "confidence", "valid_from", "valid_to"],
        [dict(pollutant_code=p, validity_months=m, document_no="sample", confidence="P",
              valid_from="2022-01-01", valid_to="") for p, m in VALIDITY_MONTHS.items()])
    made["landing/registry/reduction_tasks.csv"] = sheet(
        ["county_code", "pollutant_code", "year", "task_t", "document_no"],
        [dict(county_code=c, pollutant_code=p, year=y, task_t=t, document_no="sample")
         for (c, p, y), t in sorted(TASKS.items())])
    made["answers_pool.csv"] = sheet(ANSWER_HEADINGS, answers())
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    put({HERE / name: text.encode() for name, text in sorted(files().items())}, check)


if __name__ == "__main__":
    main()
