#!/usr/bin/env python3
"""Writes what the samples hold about pollution sources beyond the packets: comparison tests of
instruments (landing/registry/comparisons.csv), and the answers that follow from them and from the
exceeding hours of answers.csv (answers_source.csv). Deterministic; reads nothing but answers.csv.

An episode: exceeding hours of one outlet and pollutant in a row; one hour that could not be judged
between them neither counts nor ends it, two end it.
"""
import csv
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent

# outlet, pollutant, day, instrument, reference, unit, passed ("" = due, not made)
COMPARISONS = [
    ("EX001-DA001", "a21026", "2024-03-05", "15.2", "15.9", "mg/m3", "true"),
    ("EX001-DA001", "a21002", "2024-03-05", "33.1", "34.0", "mg/m3", "true"),
    ("EX001-DA002", "a21026", "2024-03-06", "14.0", "19.8", "mg/m3", "false"),
    ("EX003-DA001", "a21002", "2024-03-12", "71.0", "73.5", "mg/m3", "true"),
    ("EX005-DA001", "a21002", "2024-03-14", "", "", "mg/m3", ""),
    ("EX008-DW001", "w01018", "2024-03-20", "24.1", "25.0", "mg/L", "true"),
]
COUNTY = {"EX001": "370902", "EX003": "370911", "EX005": "370982", "EX008": "370902"}
CITY = "370900"


def comparisons():
    with open(HERE / "landing/registry/comparisons.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(
            "outlet_code,pollutant_code,test_day,instrument_value,reference_value,unit,passed".split(",")
        )
        out.writerows(COMPARISONS)


def accuracy():
    due, passed = {}, {}
    for outlet, _, _, _, _, _, ok in COMPARISONS:
        enterprise = outlet[:5]
        for area in (
            ("outlet", outlet),
            ("enterprise", enterprise),
            ("county", COUNTY[enterprise]),
            ("city", CITY),
        ):
            due[area] = due.get(area, 0) + 1
            passed[area] = passed.get(area, 0) + (ok == "true")
    return [("accuracy", *a, "", "2024-03-01", due[a], passed[a]) for a in sorted(due)]


def episodes():
    exceeding, unjudgeable = {}, set()
    with open(HERE / "answers.csv", newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            if row["kind"] not in ("exceedance", "unjudgeable"):
                continue
            key = row["code"], row["pollutant_code"]
            hour = datetime.fromisoformat(row["hour_start"])
            if row["kind"] == "exceedance":
                exceeding.setdefault(key, []).append(hour)
            else:
                unjudgeable.add((*key, hour))
    rows = []
    for key in sorted(exceeding):
        runs = []
        for hour in sorted(exceeding[key]):
            gap = (hour - runs[-1][-1]) // timedelta(hours=1) if runs else 0
            bridge = gap == 2 and (*key, hour - timedelta(hours=1)) in unjudgeable
            if gap == 1 or bridge:
                runs[-1].append(hour)
            else:
                runs.append([hour])
        for run in runs:
            span = (run[-1] - run[0]) // timedelta(hours=1) + 1
            rows.append(
                ("episode", "outlet", key[0], key[1], run[0].isoformat(timespec="minutes"), len(run), span - len(run))
            )
    return rows


def main():
    comparisons()
    with open(HERE / "answers_source.csv", "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow("kind,area_level,code,pollutant_code,start,count,other_count".split(","))
        out.writerows(accuracy() + episodes())


if __name__ == "__main__":
    main()
