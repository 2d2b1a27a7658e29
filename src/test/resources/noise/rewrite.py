#!/usr/bin/env python3
"""Rewrites a recording of noise, and what was worked out from it, into the small files beside it.

python3 rewrite.py RECORDINGS    RECORDINGS holds noise/ as README.md describes it
"""
import csv
import gzip
import io
import sys
from pathlib import Path

HERE = Path(__file__).parent
FROM = Path(sys.argv[1]) / "noise"


def rows(name):
    opener = gzip.open if name.endswith(".gz") else open
    with opener(FROM / name, "rt", encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def write(name, headings, lines):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(headings)
    out.writerows(lines)
    data = text.getvalue().encode("utf-8")
    # Without a time, so that the same recordings give the same bytes.
    (HERE / name).write_bytes(gzip.compress(data, 9, mtime=0) if name.endswith(".gz") else data)


def chosen(name, source, columns):
    write(name, columns, [[r[c] for c in columns] for r in rows(source)])


write("week_minutes.csv.gz", ["minute_mid", "laeq_db"],
      [[r["minute_mid"], r["laeq_db"]] for r in rows("laeq_1min.csv.gz")])
chosen("week_hours.csv", "expected_hour.csv", ["hour_start", "minutes", "leq", "l10", "l50", "l90", "lmax", "lmin"])
zones = [f"zone{z}_{p}_ok" for z in ("0", "1", "2", "3", "4a", "4b") for p in ("day", "night")]
chosen("week_days.csv", "expected_day.csv",
       ["data_day", "night_convention", "day_hours", "night_hours", "ld_4", "ln_4", "ldn_4", "ld_int", "ln_int", *zones])
chosen("rates_hunan_2020.csv", "published_compliance_hunan.csv",
       ["zone", "point_times", "day_ok", "night_ok", "published_day_percent", "published_night_percent"])
