#!/usr/bin/env python3
"""Builds the surface water of the sample city and the answer key to it.

    python3 build_water.py --recordings DIR [--check]

Writes landing/water/, the packets of a station in landing/hj212/water/, landing/registry/sections.csv,
landing/registry/water_targets.csv and answers_water.csv beside this file. DIR holds the recordings
surface-water/ named in README.md. Values are the recorded ones with other dates, written in the
formats of the landing folder. Answers are worked out here with fractions, not by the program that
the samples test; the output depends on the recordings alone. Run it after build_samples.py, which
clears landing/hj212.
"""

import argparse
import csv
import gzip
import io
import math
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import build_samples

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
COLUMNS = ["water_temp", "ph", "do", "turbidity", "ec", "codmn", "nh3n", "tp", "tn"]
LABELS = {"ph": "pH", "do": "DO", "codmn": "CODMn", "nh3n": "NH3-N", "tp": "TP", "tn": "TN", "chla": "chl-a", "sd": "SD"}
FACTORS = {"water_temp": "w01010", "ph": "w01001", "do": "w01009", "turbidity": "w01003", "ec": "w01014",
           "codmn": "w01019", "nh3n": "w21003", "tp": "w21011", "tn": "w21001"}
JUDGED = ["ph", "do", "codmn", "nh3n", "tp"]
CLASSES = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]
LIMITS = {  # GB 3838-2002 table 1
    "do": ["7.5", "6", "5", "3", "2"],
    "codmn": ["2", "4", "6", "10", "15"],
    "nh3n": ["0.15", "0.5", "1.0", "1.5", "2.0"],
    ("tp", "river"): ["0.02", "0.1", "0.2", "0.3", "0.4"],
    ("tp", "lake"): ["0.01", "0.025", "0.05", "0.1", "0.2"],
}
PLACES = {"ph": 2, "do": 1, "codmn": 1, "nh3n": 2, "tp": 3}
CEILINGS = {"ph": 14, "do": 30, "codmn": 100, "nh3n": 50, "tp": 10, "tn": 100}

RIVER, FAULTY, LAKE, BY_HAND = "TAW01", "TAW02", "TAW03", "TAW04"
DEVICE = "3709A1_W0002"
NAMES = {RIVER: "示例大汶河断面", FAULTY: "示例瀛汶河断面", LAKE: "示例东平湖湖心", BY_HAND: "示例柴汶河断面"}
PACKET_DAYS = (30, 31)
REVISED = datetime(2024, 3, 8, 12)
CITIES = {  # cities of Shandong in the publication
    "济南市": "370100", "青岛市": "370200", "淄博市": "370300", "枣庄市": "370400", "东营市": "370500", "烟台市": "370600",
    "潍坊市": "370700", "济宁市": "370800", "威海市": "371000", "日照市": "371100", "临沂市": "371300",
    "聊城市": "371500", "滨州市": "371600",
}

TARGETS = """area_code,item,period,section_scope,target_value,document_no,valid_from,valid_to
370900,good_share_percent,month,national,100,示例〔2024〕1号,2024-01-01,2024-12-31
370900,good_share_percent,year,national,100,示例〔2024〕1号,2024-01-01,2024-12-31
370900,cwqi_rank,month,national,5,示例〔2024〕1号,2024-01-01,2024-12-31
370900,cwqi_rank,year,national,5,示例〔2024〕1号,2024-01-01,2024-12-31
"""

SAMPLES = [  # by hand: assigned, not recorded
    ("ph", "8.1", "", "", "false"), ("do", "9.6", "mg/L", "", "false"), ("codmn", "4.4", "mg/L", "", "false"),
    ("nh3n", "0.31", "mg/L", "", "false"), ("tp", "0.11", "mg/L", "", "false"), ("tn", "6.9", "mg/L", "", "false"),
    ("cod", "14", "mg/L", "", "false"), ("bod5", "2.6", "mg/L", "", "false"), ("f", "0.62", "mg/L", "", "false"),
    ("cu", "", "mg/L", "0.001", "true"), ("zn", "<0.05", "mg/L", "", "false"), ("se", "", "mg/L", "0.0004", "true"),
    ("as", "0.8", "μg/L", "", "false"), ("hg", "0.00004L", "mg/L", "", "false"), ("cd", "", "mg/L", "0.0001", "true"),
    ("cr6", "", "mg/L", "0.004", "true"), ("pb", "", "mg/L", "0.001", "true"), ("cn", "", "mg/L", "0.001", "true"),
    ("phenol", "", "mg/L", "0.0003", "true"), ("oil", "0.02", "mg/L", "", "false"), ("las", "", "mg/L", "0.05", "true"),
    ("s", "", "mg/L", "0.003", "true"),
]
SAMPLE_REJECTS = [
    ("cod", "15", "mg", "", "false", "WRONG_UNIT"),
    ("tss", "12", "mg/L", "", "false", "NOT_IN_LIST"),
    ("tl", "", "mg/L", "", "true", "NOT_IN_LIST"),
    ("cd", "", "mg/L", "", "true", "KEY_MISSING"),
]
SECCHI = ["0.85", "0.9", "0.95", "0.8", "0.9"]  # assigned: the publication has no transparency


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def shown(value, places=10):
    return str(Decimal(round(value * 10**places)).scaleb(-places))


class Recordings:
    def __init__(self, folder):
        self.folder = folder / "surface-water"
        self.zhakou = {r["observed_at"]: r for r in self.rows("zhakou_2020_hourly.csv.gz")}
        self.national = list(self.rows("cnemc_2025-11_4h.csv.gz"))
        self.kinds = {(r["station_key"], r["observed_at"]): r["body_inferred"]
                      for r in self.rows("expected_item_class_2025-11.csv.gz")}

    def rows(self, name):
        with gzip.open(self.folder / name, "rt", encoding="utf-8", newline="") as f:
            return list(csv.DictReader(f))

    def hour(self, moment):
        """The recorded cells, or None for an hour that is missing."""
        row = self.zhakou.get(moment.strftime("%Y-%m-%dT%H:%M"))
        return None if row is None else {c: row[c] for c in COLUMNS}


def series(recordings):
    """Section -> moment of March 2024 -> cells as recorded."""
    of = {RIVER: {}, FAULTY: {}}
    for i in range(31 * 24):
        moment = datetime(2024, 3, 1) + timedelta(hours=i)
        sources = {RIVER: moment.replace(year=2020),
                   FAULTY: datetime(2020, 2, 1) + timedelta(hours=i) if moment.day <= 29
                   else datetime(2020, 4, 1) + timedelta(hours=i - 29 * 24)}
        for section, source in sources.items():
            cells = recordings.hour(source)
            if cells:
                of[section][moment] = cells
    return of


def lake(recordings):
    """Moment -> cells of the point of a lake: a station on 南四湖, once a week."""
    found = sorted((r for r in recordings.national if r["section"] == "二级坝" and r["observed_at"]),
                   key=lambda r: r["observed_at"])
    items = ["water_temp", "ph", "do", "codmn", "nh3n", "tp", "tn", "chla"]
    days = [4, 11, 18, 25, 28]
    return {datetime(2024, 3, d, 9, 30): {**{i: r[i + "_raw"] for i in items}, "sd": sd}
            for d, r, sd in zip(days, found, SECCHI, strict=True)}


def others(recordings):
    """Two river sections of each other city, at the times of the publication: code -> (row, ...)."""
    sections = defaultdict(dict)
    for r in recordings.national:
        whole = r["observed_at"] and all(r[i + "_raw"] for i in ["do", "codmn", "nh3n", "tp"])
        if r["city"] in CITIES and r["province"] == "山东省" and whole and (r["ph_raw"] or r["ph_shown"]):
            if recordings.kinds.get((r["station_key"], r["observed_at"])) == "river":
                sections[CITIES[r["city"]], r["section"], r["water_body"]][r["observed_at"]] = r
    of_city = defaultdict(list)
    for key in sorted(sections, key=lambda k: (k[0], -len(sections[k]), k[1])):
        if len(of_city[key[0]]) < 2:
            of_city[key[0]].append((key, sections[key]))
    return [(f"SD{city[2:4]}{n}", key, rows)
            for city in sorted(of_city) for n, (key, rows) in enumerate(of_city[city], 1)]


def re_dated(observed_at):
    """November 2025 becomes March 2024."""
    return datetime.strptime(observed_at, "%Y-%m-%dT%H:%M").replace(year=2024, month=3)


# ------------------------------------------------------------------------------------- the files


def day_files(of):
    files = {}
    heading = ["section_code", "observed_at", *COLUMNS, "status"]
    for d in range(1, 32):
        rows = [heading]
        for section in (RIVER, FAULTY):
            if section == FAULTY and d in PACKET_DAYS:
                continue
            for moment, cells in sorted(of[section].items()):
                if moment.day == d:
                    written = dict(cells)
                    if section == RIVER and moment == REVISED:
                        written["tp"] = first_shown(cells)
                    rows.append([section, moment.strftime("%Y-%m-%d %H:%M"), *(written[c] for c in COLUMNS), "正常"])
        if d == 12:
            rows.append(["TAW99", "2024-03-12 08:00", "9.1", "7.9", "9.8", "12", "410", "3.1", "0.2", "0.08", "4.1", "正常"])
        if d == 13:
            rows.append([RIVER, "03-13 05:00", "13.0", "7.9", "9.8", "12", "410", "", "", "", "", "正常"])
        if d == 14:
            rows.append([RIVER, "2024-03-14 09:41", *[""] * 9, "维护"])
        arrival = datetime(2024, 3, 1) + timedelta(days=d)
        files[f"water/{arrival:%Y-%m-%d}/water_202403{d:02d}.csv"] = table(rows)
    cells = of[RIVER][REVISED]
    files["water/2024-03-15/water_20240308_r2.csv"] = table(
        [heading, [RIVER, REVISED.strftime("%Y-%m-%d %H:%M"), *(cells[c] for c in COLUMNS), "正常"]])
    return files


def first_shown(cells):
    """What the corrected value first was: six times as much."""
    return str(Decimal(cells["tp"]) * 6)


def packets(of):
    lines = []
    for moment, cells in sorted(of[FAULTY].items()):
        if moment.day in PACKET_DAYS:
            groups = ";".join(f"{FACTORS[c]}-Avg={cells[c]},{FACTORS[c]}-Flag=N" for c in COLUMNS if cells[c])
            qn = (moment + timedelta(hours=1, seconds=30)).strftime("%Y%m%d%H%M%S000")
            lines.append(build_samples.frame(
                f"QN={qn};ST=21;CN=2061;PW=123456;MN={DEVICE};Flag=9;CP=&&DataTime={moment:%Y%m%d%H%M}01;{groups}&&"))
    return {"hj212/water/water_station_20240330.txt": b"".join(line + b"\r\n" for line in lines)}


def sample_files(at_lake):
    rows = [["section_code", "sampled_at", "item_code", "value", "unit", "detection_limit", "is_below_detection"]]
    for item, value, unit, limit, below in SAMPLES:
        rows.append([BY_HAND, "2024-03-05", item, value, unit, limit, below])
    for item, value, unit, limit, below, _ in SAMPLE_REJECTS:
        rows.append([BY_HAND, "2024-03-05", item, value, unit, limit, below])
    units = {"water_temp": "℃", "ph": "无量纲", "sd": "m"}
    for moment, cells in sorted(at_lake.items()):
        for item, value in cells.items():
            rows.append([LAKE, moment.strftime("%Y-%m-%d %H:%M"), item, value, units.get(item, "mg/L"), "", "false"])
    return {"water/2024-04-01/samples_202403.csv": table(rows)}


def other_files(of_others):
    items = ["water_temp", "ph", "do", "ec", "turbidity", "codmn", "nh3n", "tp", "tn"]
    rows = [["section_code", "observed_at", *items]]
    for code, _, of in of_others:
        for at in sorted(of):
            cells = [of[at][i + "_raw"] or of[at][i + "_shown"].replace("*", "").replace("--", "") for i in items]
            rows.append([code, re_dated(at).strftime("%Y-%m-%d %H:%M"), *cells])
    return {"water/2024-03-20/water_shandong_20240319.csv": table(rows)}


def registry(of_others):
    rows = [["section_code", "name", "water_body", "body_kind", "level", "county_code", "city_code", "mn", "published_name",
             "target_class", "longitude", "latitude", "outlet_codes", "valid_from", "valid_to"]]
    rows.append([RIVER, NAMES[RIVER], "大汶河", "river", "national", "370911", "", "", "", "Ⅲ", "117.0", "35.95",
                 "EX008-DW001;EX009-DW001", "2020-01-01", ""])
    rows.append([FAULTY, NAMES[FAULTY], "瀛汶河", "river", "national", "370902", "", DEVICE, "", "Ⅲ", "117.3", "36.2", "",
                 "2020-01-01", ""])
    rows.append([LAKE, NAMES[LAKE], "东平湖", "lake", "national", "370923", "", "", "", "Ⅲ", "116.2", "35.98", "", "2020-01-01", ""])
    rows.append([BY_HAND, NAMES[BY_HAND], "柴汶河", "river", "provincial", "370982", "", "", "", "Ⅲ", "117.6", "35.85", "", "2020-01-01", ""])
    for code, (city, name, water), _ in of_others:
        rows.append([code, f"示例{name}", water, "river", "national", "", city, "", "", "", "", "", "", "2020-01-01", ""])
    return {"registry/sections.csv": table(rows), "registry/water_targets.csv": TARGETS.encode()}


# ------------------------------------------------------------------------------------ the answers


def is_excluded(item, text):
    """Screening as shipped: not above 0 but temperature, above the ceiling, more than four decimals."""
    value = Decimal(text)
    if item != "water_temp" and value <= 0:
        return "OUT_OF_RANGE"
    if item in CEILINGS and value > CEILINGS[item]:
        return "OUT_OF_RANGE"
    return "TOO_MANY_DECIMALS" if -value.normalize().as_tuple().exponent > 4 else None


def day_means(values):
    days = defaultdict(list)
    for moment, value in values:
        days[moment.date()].append(value)
    return days


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def month_mean(item, values):
    """Mean of the means of days; of pH by hydrogen ions."""
    if item == "ph":
        days = [sum(10 ** -float(v) for v in of) / len(of) for of in day_means(values).values()]
        return Fraction(-math.log10(sum(days) / len(days)))
    return mean([mean([Fraction(v) for v in of]) for of in day_means(values).values()])


def class_of(item, value, body):
    rounded = Decimal(round(value * 10 ** PLACES[item])).scaleb(-PLACES[item])
    if rounded == 0:
        rounded = Decimal(f"{float(value):.1g}")
    if item == "ph":
        return 0 if 6 <= rounded <= 9 else 5
    limits = [Decimal(x) for x in LIMITS[(item, body) if item == "tp" else item]]
    for n, limit in enumerate(limits):
        if rounded >= limit if item == "do" else rounded <= limit:
            return n
    return 5


def month_answers(section, body, of):
    rows = []
    for way in ("as_received", "screened"):
        means = {}
        for item in [*JUDGED, "tn"]:
            values = [(m, Decimal(c[item])) for m, c in sorted(of.items())
                      if c.get(item) and (way == "as_received" or not is_excluded(item, c[item]))]
            means[item] = month_mean(item, values)
            if item != "ph":
                rows.append(["month_mean", section, way, LABELS[item], "", shown(means[item]), len(values)])
        classes = [class_of(i, means[i], body) for i in JUDGED]
        rows.append(["month_class", section, way, "", "", CLASSES[max(classes)], ""])
    return rows


def trophic_level(at_lake):
    """TLI of the means, 总站生字〔2001〕090号."""
    formulas = {"chla": (2.5, 1.086, 1), "tp": (9.436, 1.624, 0.7056), "tn": (5.453, 1.694, 0.6724),
                "sd": (5.118, -1.94, 0.6889), "codmn": (0.109, 2.661, 0.6889)}
    total, weights = 0, 0
    for item, (intercept, slope, weight) in formulas.items():
        value = float(month_mean(item, [(m, Decimal(c[item])) for m, c in at_lake.items()]))
        value *= 1000 if item == "chla" else 1
        total += weight * 10 * (intercept + slope * math.log(value))
        weights += weight
    return total / weights


def answers(of, at_lake, landing):
    rows = [["kind", "section_code", "way", "item", "observed_at", "value", "value_count", "file", "record_no"]]
    rows += month_answers(RIVER, "river", of[RIVER])
    rows += month_answers(FAULTY, "river", of[FAULTY])
    rows += month_answers(LAKE, "lake", at_lake)
    rows.append(["lake_tli", LAKE, "", "", "", f"{trophic_level(at_lake):.1f}", 5])
    for section in (RIVER, FAULTY):
        for moment, cells in sorted(of[section].items()):
            for item in COLUMNS:
                if cells[item] and is_excluded(item, cells[item]):
                    rows.append(["excluded", section, "", LABELS.get(item, item), moment.strftime("%Y-%m-%dT%H:%M"),
                                 cells[item], ""])
    cells = of[RIVER][REVISED]
    at = {i: Decimal(cells[i]) for i in JUDGED}
    first = max(class_of(i, Fraction(v), "river") for i, v in {**at, "tp": Decimal(first_shown(cells))}.items())
    last = max(class_of(i, Fraction(v), "river") for i, v in at.items())
    rows.append(["class_change", RIVER, "", "TP", REVISED.strftime("%Y-%m-%dT%H:%M"), f"{CLASSES[first]}→{CLASSES[last]}", ""])
    rows.append(["unknown_section", "TAW99", "", "", "2024-03-12T08:00", "", ""])
    rows = [row + [""] * (9 - len(row)) for row in rows]
    undated = "water/2024-03-14/water_20240313.csv"
    rows.append(["reject", RIVER, "", "", "03-13 05:00", "BAD_TIME", "", undated, line_of(landing[undated], ",03-13 05:00")])
    by_hand = "water/2024-04-01/samples_202403.csv"
    for n, (item, *_, reason) in enumerate(SAMPLE_REJECTS):
        rows.append(["reject", BY_HAND, "", item, "2024-03-05", reason, "", by_hand, 2 + len(SAMPLES) + n])
    return table(rows)


def line_of(content, text):
    return next(n for n, line in enumerate(content.decode().splitlines(), 1) if text in line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", required=True, help="folder of the recordings")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    recordings = Recordings(Path(options.recordings))
    of, at_lake, of_others = series(recordings), lake(recordings), others(recordings)
    landing = {**day_files(of), **packets(of), **sample_files(at_lake), **other_files(of_others), **registry(of_others)}
    files = {LANDING / name: content for name, content in landing.items()}
    files[HERE / "answers_water.csv"] = answers(of, at_lake, landing)
    put(files, options.check)


if __name__ == "__main__":
    main()
