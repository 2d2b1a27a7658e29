#!/usr/bin/env python3
"""Builds the ground water and the plots of land of the sample city and the answer key to them.

    python3 build_ground.py --recordings DIR [--check]

Writes landing/ground/, landing/registry/ground_points.csv, landing/registry/soil_plots.csv and answers_ground.csv beside
this file. All values are assigned; DIR holds groundwater/gbt14848_2017_table1.csv, by which the answers are worked out here,
not by the program that the samples test.
"""

import argparse
import csv
import io
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
CLASSES = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"]
LABELS = {
    "pH": "pH", "总硬度": "hardness", "溶解性总固体": "TDS", "硫酸盐": "SO4", "氯化物": "Cl", "铁": "Fe", "锰": "Mn", "耗氧量": "CODMn",
    "氨氮": "NH3-N", "硝酸盐": "NO3-N", "亚硝酸盐": "NO2-N", "氟化物": "F", "砷": "As", "汞": "Hg", "六价铬": "Cr6", "铅": "Pb", "镉": "Cd",
    "苯": "benzene", "嗅和味": "odour",
}
UNITLESS = {"pH", "嗅和味"}
USUAL = {
    "pH": "7.4", "总硬度": "310", "溶解性总固体": "620", "硫酸盐": "96", "氯化物": "61", "铁": "0.06", "锰": "0.04", "耗氧量": "0.9",
    "氨氮": "0.03", "硝酸盐": "11.2", "亚硝酸盐": "0.004", "氟化物": "0.42", "砷": "<0.0003", "汞": "<0.00004", "六价铬": "<0.004",
    "铅": "<0.0009", "镉": "<0.0001", "苯": "<0.4", "嗅和味": "无",
}
SAMPLES = {  # point, time -> what differs from the usual
    ("TAG01", "2023-04-11 10:20"): {},
    ("TAG01", "2024-03-12 10:05"): {"锰": "0.35", "砷": "<0.005"},
    ("TAG02", "2023-04-12 09:40"): {"硝酸盐": "33.5"},
    ("TAG02", "2024-03-13 09:30"): {"硝酸盐": "24.0"},
    ("TAG03", "2024-03-14 14:10"): {"总硬度": "450", "溶解性总固体": "1000", "氟化物": "1.0"},
}
REVISED = ("TAG02", "2024-03-13 09:30", "硝酸盐", "42.0")  # first sent, before it was corrected
POINTS = [
    ("TAG01", "示例岱岳区水源地", "national", "370911", "Ⅲ"), ("TAG02", "示例肥城盆地", "national", "370983", "Ⅳ"),
    ("TAG03", "示例宁阳平原", "provincial", "370921", "Ⅲ"),
]
REJECTS = [
    ("TAG03", "2024-03-14 14:10", "铊", "0.0001", "mg/L", "NOT_IN_LIST"),
    ("TAG03", "2024-03-14 14:10", "铜", "0.01", "mg", "WRONG_UNIT"),
    ("TAG03", "2024-03-14 14:10", "锌", "ND", "mg/L", "KEY_MISSING"),
]
COUNTIES = ["370902", "370911", "370921", "370923", "370982", "370983", "3709GX"]
LISTS = [("risk_control", 3, 3), ("priority", 7, 5), ("closed_enterprise", 33, 26), ("construction_land", 4, 4)]


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


class Limits:
    def __init__(self, folder):
        with open(folder / "groundwater" / "gbt14848_2017_table1.csv", encoding="utf-8", newline="") as f:
            self.rows = {r["item"]: [r[c] for c in ("I", "II", "III", "IV (worse = V)")] for r in csv.DictReader(f)}

    def class_of(self, item, value):
        """0 to 4; a value on a limit meets it, equal limits give the better class."""
        if item == "pH":
            return 0 if 6.5 <= float(value) <= 8.5 else 3 if 5.5 <= float(value) <= 9 else 4
        if item == "嗅和味":
            return 0 if value == "无" else 4
        for c, limit in enumerate(self.rows[item]):
            if Decimal(value) <= Decimal(limit.removeprefix("<=")):
                return c
        return 4


def values(key):
    return {**USUAL, **SAMPLES[key]}


HEADING = ["point_code", "sampled_at", "item_code", "value", "unit"]


def row(point, at, item, value):
    return [point, at, item, value, "" if item in UNITLESS else "μg/L" if item == "苯" else "mg/L"]


def sample_files():
    files = defaultdict(lambda: [HEADING])
    for (point, at), _ in SAMPLES.items():
        name = "ground/2023-05-04/samples_202304.csv" if at < "2024" else "ground/2024-03-25/samples_202403.csv"
        for item, value in values((point, at)).items():
            first = REVISED[3] if (point, at, item) == REVISED[:3] else value
            files[name].append(row(point, at, item, first))
    files["ground/2024-03-25/samples_202403.csv"] += [list(r[:5]) for r in REJECTS]
    files["ground/2024-03-25/samples_202403.csv"].append(row("TAG99", "2024-03-15 08:00", "氨氮", "0.2"))
    point, at, item, _ = REVISED
    files["ground/2024-03-29/samples_202403_r2.csv"].append(row(point, at, item, values((point, at))[item]))
    return {name: table(rows) for name, rows in files.items()}


def registry():
    points = [["point_code", "name", "level", "county_code", "target_class", "longitude", "latitude", "valid_from", "valid_to"]]
    points += [[*p, f"116.{i + 8}", f"36.{i}", "2020-01-01", ""] for i, p in enumerate(POINTS)]
    return {"registry/ground_points.csv": table(points), "registry/soil_plots.csv": table(plots())}


def plots():
    rows = [["plot_code", "name", "county_code", "area_m2", "list_kind", "use", "status", "due_on", "done_on", "document_no"]]
    for prefix, (kind, count, done) in enumerate(LISTS, 1):
        for i in range(count):
            is_done = i < done
            status = "safe" if kind == "construction_land" else "controlled" if is_done else "open"
            rows.append([f"P{prefix}{i + 1:02}", f"示例地块{prefix}{i + 1:02}", COUNTIES[i % 7], 2000 + 350 * i, kind, "", status,
                         "2024-12-31", f"2024-0{1 + i % 3}-{10 + i % 18}" if is_done else "", "示例〔2024〕21号"])
    return rows


def answers(limits, landing):
    rows = [["kind", "point_code", "sampled_at", "value", "items", "undetermined", "count", "file", "record_no"]]
    years = {}
    for key in SAMPLES:
        of, unknown = {}, []
        for item, value in values(key).items():
            if value.startswith("<"):
                proven = limits.class_of(item, value[1:])
                if proven == 0:
                    of[item] = 0
                else:
                    unknown.append(f"{LABELS[item]} {CLASSES[proven]}")
            else:
                of[item] = limits.class_of(item, value)
        worst = max(of.values())
        names = ";".join(LABELS[i] for i in ordered(limits) if of.get(i) == worst)
        rows.append(["sample_class", key[0], key[1].replace(" ", "T"), CLASSES[worst], names, ";".join(unknown), len(of)])
        years[key[0], key[1][:4]] = worst
    for (point, year), worst in sorted(years.items()):
        before = years.get((point, str(int(year) - 1)))
        trend = "" if before is None else "stable" if worst == before else "better" if worst < before else "worse"
        rows.append(["point_year", point, f"{year}-01-01", CLASSES[worst], trend, "", ""])
    for kind, count, done in LISTS:
        rows.append(["plot_year", "370900", "2024-01-01", kind, f"{done} of {count}", "", count])
    rows.append(["unknown_point", "TAG99", "2024-03-15T08:00", "", "", "", ""])
    rows = [r + [""] * (9 - len(r)) for r in rows]
    name = "ground/2024-03-25/samples_202403.csv"
    for point, at, item, *_, reason in REJECTS:
        line = next(n for n, text in enumerate(landing[name].decode().splitlines(), 1) if text.startswith(f"{point},{at},{item},"))
        rows.append(["reject", point, at, reason, item, "", "", name, line])
    return table(rows)


def ordered(limits):
    return [i for i in limits.rows if i in LABELS]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", required=True, help="folder of the table of limits")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    landing = {**sample_files(), **registry()}
    files = {LANDING / name: content for name, content in landing.items()}
    files[HERE / "answers_ground.csv"] = answers(Limits(Path(options.recordings)), landing)
    put(files, options.check)


if __name__ == "__main__":
    main()
