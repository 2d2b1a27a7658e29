#!/usr/bin/env python3
"""Makes hazardous waste and enforcement of the sample city, and the answer key to them.

    python3 build_waste.py [--check]

Writes landing/waste, nine registry files and answers_waste.csv beside this file. Needs Python 3 and
nothing else; --check builds in memory and compares byte by byte. Everything is invented. The
answers are worked out here, by replaying the moves of each batch day by day and asking on each day
what is open, not by the program they test.
"""

import argparse
import csv
import hashlib
import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
AS_OF = date(2024, 3, 31)
OIL, SLAG, CARTON, ACID = "HW08 900-214-08", "HW18 772-003-18", "HW49 900-039-49", "HW34 900-300-34"
UNITS = [  # code, name, permit, expected t a year, own disposal, approved months, enterprise, county
    ("WU001", "示例危险废物经营单位", True, "2000", "", "", "", "370982"),
    ("WU002", "示例化工二厂", False, "150", "false", "18", "", "370983"),
    ("WU003", "示例机械厂", False, "12.5", "", "", "", "370911"),
    ("WU004", "示例汽修厂", False, "3", "", "", "", "370902"),
    ("WU005", "示例历史遗留企业", False, "0", "", "", "", "370923"),
]
RECEIVER = "WU901"


def moves():
    """unit, waste, direction, day, batch, t, manifest, file"""
    rows = []

    def add(unit, waste, way, day, batch, mass, manifest="", file=None):
        day = date.fromisoformat(day)
        file = file or ("waste/2024-01-08/ledger_2023.csv" if day.year < 2024
                        else f"waste/2024-04-01/ledger_2024{(day.month + 2) // 3:02d}.csv")
        rows.append((unit, waste, way, day, batch, mass, manifest, file))

    # WU001 holds a permit: B02 stays over a year (binding), the others leave in time.
    add("WU001", SLAG, "in", "2023-06-10", "WU001-B01", "40.25")
    add("WU001", SLAG, "out", "2024-03-05", "WU001-B01", "40.25", "37092300000001")
    add("WU001", SLAG, "in", "2023-02-20", "WU001-B02", "12.6")
    add("WU001", CARTON, "in", "2024-01-15", "WU001-B03", "8.125")
    add("WU001", CARTON, "out", "2024-03-11", "WU001-B03", "3.125", "37092300000002")
    # WU002 may store for 18 months: no finding.
    for n, (day, mass) in enumerate([("2023-01-20", "30.5"), ("2023-05-14", "28"), ("2023-09-02", "33.75"),
                                     ("2024-02-06", "31.2")], 1):
        add("WU002", ACID, "in", day, f"WU002-B{n:02d}", mass)
    add("WU002", ACID, "out", "2024-03-12", "WU002-B01", "30.5", "37092300000003")
    # WU003: over a year without a permit (screening), gone on 20 March; more than it registered.
    add("WU003", OIL, "in", "2023-03-05", "WU003-B01", "6.4")
    add("WU003", OIL, "out", "2024-03-20", "WU003-B01", "6.4", "37092300000004")
    for n, day in enumerate(["2023-04-18", "2023-07-07", "2023-10-30", "2024-01-22"], 2):
        add("WU003", OIL, "in", day, f"WU003-B{n:02d}", "28.4")
    add("WU003", OIL, "out", "2024-02-15", "WU003-B02", "28.4", "37092300000005")
    # WU004: more out than in; a move by a manifest that nobody sent in; a mass corrected by _r2.
    add("WU004", OIL, "in", "2024-02-01", "WU004-B01", "1.5")
    add("WU004", OIL, "out", "2024-02-28", "WU004-B01", "2", "37092300000006")
    add("WU004", OIL, "in", "2024-03-02", "WU004-B02", "0.84", file="waste/2024-04-01/ledger_wu004_202403.csv")
    add("WU004", OIL, "in", "2024-03-02", "WU004-B02", "0.48", file="waste/2024-04-02/ledger_wu004_202403_r2.csv")
    add("WU004", OIL, "out", "2024-03-18", "WU004-B02", "0.2", "37092300000007")
    # WU005: 3,120 t that lay for years are cleared in March (plan 2024, measure 22).
    add("WU005", SLAG, "in", "2019-08-01", "WU005-OLD1", "1800")
    add("WU005", SLAG, "in", "2020-04-10", "WU005-OLD2", "1320")
    day = date(2024, 3, 4)
    for n in range(24):
        batch = "WU005-OLD1" if n < 12 else "WU005-OLD2"
        add("WU005", SLAG, "out", str(day), batch, "150" if n < 12 else "110", f"370923000001{n:02d}")
        day += timedelta(days=1)
    # A unit nobody registered.
    add("WU099", OIL, "in", "2024-03-07", "WU099-B01", "0.9")
    return rows


def manifests():
    """no, from, waste, sent, t, received, t, file; halves that come apart are two rows"""
    file = "waste/2024-04-01/manifests_202403.csv"
    rows = [
        ("37092300000001", "WU001", SLAG, "2024-03-05", "40.25", "2024-03-06", "40.13", file),  # 0.12 t less
        ("37092300000002", "WU001", CARTON, "2024-03-11", "3.125", "2024-03-12", "3.125", file),
        ("37092300000003", "WU002", ACID, "2024-03-12", "30.2", "2024-03-13", "30.2", file),  # ledger: 30.5
        ("37092300000004", "WU003", OIL, "2024-03-20", "6.4", "2024-03-22", "6.4", file),
        ("37092300000005", "WU003", OIL, "2024-02-15", "28.4", "2024-02-27", "28.4", file),  # 12 days
        ("37092300000006", "WU004", OIL, "2024-02-28", "2", "", "", file),  # never received
        ("37092300000008", "WU004", OIL, "2024-03-25", "0.1", "2024-03-26", "0.1", file),  # not in the ledger
    ]
    for n in range(24):
        sent = date(2024, 3, 4) + timedelta(days=n)
        mass = "150" if n < 12 else "110"
        if n % 2:  # the receiver's half comes in a file of its own
            rows.append((f"370923000001{n:02d}", "WU005", SLAG, str(sent), mass, "", "", file))
            rows.append((f"370923000001{n:02d}", "WU005", SLAG, "", "", str(sent + timedelta(days=1)), mass,
                         "waste/2024-04-01/receipts_wu901_202403.csv"))
        else:
            rows.append((f"370923000001{n:02d}", "WU005", SLAG, str(sent), mass, str(sent + timedelta(days=1)), mass, file))
    return rows


REJECTS = [  # lines that cannot be read, at the end of the ledger of the quarter
    ("WU004,%s,in,2024-03-09,WU004-B09,-0.5," % OIL, "NEGATIVE_VALUE"),
    ("WU004,%s,in,2024-03-09,WU004-B09,0.1234567," % OIL, "TOO_MANY_DECIMALS"),
    ("WU004,%s,moved,2024-03-09,WU004-B09,0.5," % OIL, "NOT_IN_LIST"),
    ("WU004,%s,in,2024-02-30,WU004-B09,0.5," % OIL, "BAD_TIME"),
    ("WU004,%s,in,2024-03-09,,0.5," % OIL, "KEY_MISSING"),
    ("WU004,%s,in,2024-03-09,WU004-B09,0.5,3.70923E+13" % OIL, "CODE_AS_NUMBER"),
]
REJECTS_FILE = "waste/2024-04-01/ledger_202401.csv"


# ---------------------------------------------------------------- enforcement

SEED = "泰安2024"
FILES = [f"EIA-2024-{n:04d}" for n in range(1, 121)]
INSPECTORS = [f"ZF{n:03d}" for n in range(1, 31)]
COUNTIES = ["370902", "370911", "370921", "370923", "370982", "370983"]
INTERESTS = [("ZF021", "EX003"), ("ZF026", "EIA-2024-0119"), ("ZF030", "")]


def drawn(period, ids, count):
    return sorted(ids, key=lambda i: (hashlib.sha256(f"{SEED}|{period}|{i}".encode()).hexdigest(), i))[:count]


def list_hash(ids):
    return hashlib.sha256("".join(i + "\n" for i in sorted(ids)).encode()).hexdigest()


def enterprise(n):
    return f"EX{(n - 1) % 10 + 1:03d}"


def draws():
    """no, list, period, count, day, for, hash, drawn, document"""
    files = drawn("2024Q1", FILES, 15)
    subjects = set(files) | {enterprise(FILES.index(f) + 1) for f in files}
    able = [i for i in INSPECTORS if not any(who == i and (what == "" or what in subjects) for who, what in INTERESTS)]
    arranged = drawn("2024Q1-夜查", FILES, 3)
    arranged[1] = "EIA-2024-0007"  # not what the rule draws
    return [
        ("D2024-01", "eia_files", "2024Q1", 15, "2024-01-08", "", list_hash(FILES), files, "示例抽〔2024〕1号"),
        ("D2024-02", "inspectors", "2024Q1", 4, "2024-01-08", "D2024-01", list_hash(able),
         drawn("2024Q1|inspector", able, 4), "示例抽〔2024〕1号"),
        ("D2024-03", "eia_files", "2024Q1-夜查", 3, "2024-03-04", "", list_hash(FILES), arranged, ""),
    ]


def letters():
    """code, received, closed, reopened, closed again, due, county, batch; 1,843 of which 7 are open at the start of 2024"""
    rows = []
    for n in range(1843):
        received = date(2023, 9, 1) + timedelta(days=n % 90)
        closed = received + timedelta(days=5 + n % 25)
        row = [f"XF{n + 1:05d}", received, closed, None, None, received + timedelta(days=30), COUNTIES[n % 6],
               "central2" if n % 5 else "provincial"]
        if n % 263 == 100:  # seven
            row[2] = None
            row[5] = None
        rows.append(row)
    still = [r for r in rows if r[2] is None]
    still[0][2], still[0][5] = date(2024, 3, 12), date(2024, 3, 15)  # in time
    still[1][2], still[1][5] = date(2024, 3, 21), date(2024, 3, 20)  # a day late
    still[2][5] = date(2024, 3, 10)  # overdue
    rows[7][3] = date(2024, 3, 18)  # reopened, still open
    rows[8][3], rows[8][4] = date(2024, 3, 5), date(2024, 3, 9)  # reopened and closed again
    return rows


INSPECTIONS = [
    ("2024-JC-001", "2024-03-06", "370902", "false", ""),
    ("2024-JC-002", "2024-03-13", "370911", "false", "EX003/TREATMENT_NOT_RUNNING/2024-03-12"),
    ("2024-JC-003", "2024-03-17", "370923", "true", "EX007/STOPPED_BUT_RUNNING/2024-03-16"),
    ("2024-JC-004", "2024-03-19", "370921", "false", ""),
    ("2024-JC-005", "2024-03-22", "370911", "true", ""),
]
VERDICTS = [  # no, decision, decided, lead, outlet, factor, from, to, proof, document, by
    ("2024-RD-001", "confirmed", "2024-03-08", "", "EX001-DA001", "a21026", "2024-03-06T20:00", "2024-03-06T23:00", "",
     "", "综合执法支队"),
    ("2024-RD-002", "fined", "2024-03-25", "EX003/TREATMENT_NOT_RUNNING/2024-03-12", "", "", "", "", "",
     "示例罚〔2024〕17号", "综合执法支队"),
    ("2024-RD-003", "excused", "2024-03-07", "", "EX001-DA002", "a21002", "2024-03-05T10:00", "2024-03-05T11:00", "M-2024-03",
     "", "大气环境科"),
    ("2024-RD-004", "under_appeal", "2024-03-29", "EX007/STOPPED_BUT_RUNNING/2024-03-16", "", "", "", "", "",
     "", "法制与宣传科"),
]


# ---------------------------------------------------------------- answers

def standing(rows):
    """The moves that count: of one batch, day, direction and manifest those of the last file."""
    last = {}
    for r in rows:
        key = r[:5] + (r[6],)
        last[key] = max(last.get(key, ""), r[7])
    return [r for r in rows if last[r[:5] + (r[6],)] == r[7]]


def replay():
    """(unit, waste) -> stock as of AS_OF; batch -> (since, day emptied or None); what was missing."""
    stock, levels, since, stays, missing = {}, {}, {}, [], []
    for unit, waste, way, day, batch, mass, manifest, _ in sorted(standing(moves()), key=lambda r: (r[3], r[2] == "out")):
        mass = Decimal(mass)
        key = (unit, waste, batch)
        level = levels.get(key, Decimal(0))
        there = mass if way == "in" else min(level, mass)
        if way == "out" and there < mass:
            missing.append((unit, batch, day, mass - there))
        levels[key] = level + (there if way == "in" else -there)
        if level == 0 and levels[key] > 0:
            since[key] = day
        if level > 0 and levels[key] == 0:
            stays.append((key, since.pop(key), day))
        if day <= AS_OF:
            stock[(unit, waste)] = stock.get((unit, waste), Decimal(0)) + (there if way == "in" else -there)
    stays += [(key, day, None) for key, day in since.items()]
    return stock, stays, missing


def year_later(day, months):
    total = day.year * 12 + day.month - 1 + months
    for d in range(day.day, 27, -1):
        try:
            return date(total // 12, total % 12 + 1, d)
        except ValueError:
            pass
    return date(total // 12, total % 12 + 1, day.day)


def answers():
    rows = []
    stock, stays, missing = replay()
    permits = {u[0]: u[2] for u in UNITS}
    months = {u[0]: int(u[5]) for u in UNITS if u[5]}
    for (unit, waste), mass in sorted(stock.items()):
        rows.append(["stock", unit, waste, "", str(AS_OF), f"{mass:.6f}", "", "", ""])
    horizon = max([m[3] for m in moves()] + [date.fromisoformat(d) for m in manifests() for d in (m[3], m[5]) if d])
    for (unit, waste, batch), since, gone in sorted(stays):
        begin = year_later(since, months.get(unit, 12)) + timedelta(days=1)
        if begin <= horizon and (gone is None or gone > begin):
            rows.append(["finding", unit, waste, batch, str(begin), "", ((gone or horizon) - since).days,
                         "binding" if permits.get(unit) else "screening", "storage_over_one_year"])
    for unit, batch, day, mass in missing:
        rows.append(["finding", unit, OIL, batch, str(day), f"{mass:.6f}", "", "screening", "out_without_stock"])
    for what in [
        ("WU001", SLAG, "37092300000001", "2024-03-06", "-0.120000", "", "manifest_mass_differs"),
        ("WU002", ACID, "37092300000003", "2024-03-13", "0.300000", "", "ledger_differs_from_manifest"),
        ("WU003", OIL, "37092300000005", "2024-02-27", "", 12, "received_over_10_days_after_sending"),
        ("WU004", OIL, "37092300000006", "2024-03-10", "2.000000", (horizon - date(2024, 2, 28)).days, "not_received_within_10_days"),
        ("WU004", OIL, "37092300000007", "2024-03-18", "0.200000", "", "ledger_without_manifest"),
        ("WU004", OIL, "37092300000008", "2024-03-26", "0.100000", "", "manifest_without_ledger"),
    ]:
        unit, waste, code, day, mass, days, kind = what
        rows.append(["finding", unit, waste, code, day, mass, days, "screening", kind])
    for unit, label in [("WU001", "重点监管"), ("WU002", "重点监管"), ("WU003", "简化管理"), ("WU004", "登记管理"), ("WU005", "登记管理")]:
        rows.append(["class", unit, "", "", "2024-01-01", "", "", "", label])
    rows.append(["cleared", "WU005", SLAG, "", str(AS_OF), "3120.000000", "", "", ""])
    rows.append(["unknown_unit", "WU099", "", "", "", "", "", "", ""])
    lines = content(REJECTS_FILE).decode().splitlines()
    for line, reason in REJECTS:
        rows.append(["reject", REJECTS_FILE, "", lines.index(line) + 1, "", "", "", "", reason])
    for no, _, period, count, day, _, _, codes, _ in draws():
        ok = "false" if no == "D2024-03" else "true"
        rows.append(["draw", no, period, "", day, "", count, ok, ";".join(codes)])
    for day in [date(2023, 12, 31), date(2024, 3, 5), date(2024, 3, 12), date(2024, 3, 31)]:
        def is_open(r):
            return r[1] <= day and (r[2] is None or r[2] > day or r[3] is not None and r[3] <= day and (r[4] is None or r[4] > day))
        all_of = [r for r in letters() if r[1] <= day]
        overdue = [r for r in all_of if is_open(r) and r[5] is not None and r[5] < day]
        rows.append(["letters", "*", "", "", str(day), "", len(all_of), sum(map(is_open, all_of)), len(overdue)])
    return table([["kind", "code", "waste_code", "object_no", "day", "mass_t", "days_or_count", "force_or_open", "what"]] + rows)


# ---------------------------------------------------------------- files

def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def content(name):
    return landing()[name]


def landing():
    files = {}
    ledgers = {}
    for unit, waste, way, day, batch, mass, manifest, file in moves():
        ledgers.setdefault(file, []).append([unit, waste, way, day, batch, mass, manifest])
    for file, rows in ledgers.items():
        files[file] = table([["unit_code", "waste_code", "move", "moved_on", "batch_no", "mass_t", "manifest_no"]]
                            + sorted(rows, key=lambda r: (r[3], r[0], r[4])))
    files[REJECTS_FILE] += "".join(line + "\n" for line, _ in REJECTS).encode()
    sent = {}
    for no, unit, waste, day, mass, got, got_mass, file in manifests():
        sent.setdefault(file, []).append([no, unit, waste, day, mass, RECEIVER, got, got_mass])
    for file, rows in sent.items():
        files[file] = table([["manifest_no", "from_unit", "waste_code", "sent_on", "sent_t", "to_unit", "received_on",
                              "received_t"]] + rows)
    files["registry/waste_units.csv"] = table(
        [["unit_code", "name", "holds_permit", "expected_year_t", "disposes_itself", "approved_storage_months",
          "enterprise_code", "county_code"]] + [[*u[:2], str(u[2]).lower(), *u[3:]] for u in UNITS])
    files["registry/eia_files.csv"] = table(
        [["eia_file_no", "enterprise_code", "county_code", "valid_from", "valid_to"]]
        + [[f, enterprise(n), COUNTIES[n % 6], "2024-01-01", ""] for n, f in enumerate(FILES, 1)])
    files["registry/inspectors.csv"] = table(
        [["inspector_code", "county_code"]] + [[i, COUNTIES[n % 6]] for n, i in enumerate(INSPECTORS)])
    files["registry/inspector_interests.csv"] = table([["inspector_code", "subject_code"]] + [list(i) for i in INTERESTS])
    files["registry/draws.csv"] = table(
        [["draw_no", "list_name", "period", "seed", "draw_count", "drawn_on", "for_draw_no", "list_hash", "drawn_codes",
          "document_no"]]
        + [[no, name, period, SEED, count, day, of, digest, ";".join(codes), document]
           for no, name, period, count, day, of, digest, codes, document in draws()])
    files["registry/letters.csv"] = table(
        [["letter_code", "received_on", "closed_on", "reopened_on", "closed_again_on", "due_on", "county_code", "batch"]]
        + [["" if c is None else c for c in r] for r in letters()])
    files["registry/inspections.csv"] = table(
        [["inspection_no", "inspected_on", "county_code", "is_off_site", "lead_id"]] + [list(i) for i in INSPECTIONS])
    files["registry/verdicts.csv"] = table(
        [["verdict_no", "decision", "decided_on", "lead_id", "outlet_code", "pollutant_code", "starts_at", "ends_at",
          "proof_no", "document_no", "decided_by"]] + [list(v) for v in VERDICTS])
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    files = {LANDING / name: text for name, text in landing().items()}
    files[HERE / "answers_waste.csv"] = answers()
    put(files, options.check)


if __name__ == "__main__":
    main()
