#!/usr/bin/env python3
"""Builds what the sample city needs for areas, ranking and headroom, and the answer key to it.

    python3 build_air.py --recordings DIR [--check]

Writes landing/air/cities/ (days of the other 15 cities of Shandong), landing/registry/targets.csv,
landing/registry/dust_hours.csv and answers_air.csv beside this file. Run it after build_samples.py:
the answers are worked out here with fractions from the landed hours of the stations, not by the
program that the samples test. The output depends on the recordings and on the landed files alone.
"""

import argparse
import csv
import gzip
import io
import math
import math
from collections import defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
DAYS = [date(2024, 3, 1) + timedelta(days=i) for i in range(31)]
ITEMS = ["so2", "no2", "co", "o3", "pm10", "pm2_5"]
LABELS = {"so2": "SO2", "no2": "NO2", "co": "CO", "o3": "O3", "pm10": "PM10", "pm2_5": "PM2.5"}
RECORDED = ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5"]
LIMITS = {"so2": 60, "no2": 40, "co": 4, "o3": 160, "pm10": 70, "pm2_5": 35}
IAQI = [0, 50, 100, 150, 200, 300, 400, 500]
POINTS = {  # HJ 633-2012 table 1, means of 24 hours and of 8 hours
    "so2": [0, 50, 150, 475, 800, 1600, 2100, 2620],
    "no2": [0, 40, 80, 180, 280, 565, 750, 940],
    "co": [0, 2, 4, 14, 24, 36, 48, 60],
    "o3": [0, 100, 160, 215, 265, 800],
    "pm10": [0, 50, 150, 250, 350, 420, 500, 600],
    "pm2_5": [0, 35, 75, 115, 150, 250, 350, 500],
}

# City of Shandong -> recorded station and year whose March it shows.
CITIES = {
    "370100": ("济南市", "Dongsi", 2013),
    "370200": ("青岛市", "Huairou", 2013),
    "370300": ("淄博市", "Guanyuan", 2013),
    "370400": ("枣庄市", "Wanliu", 2013),
    "370500": ("东营市", "Changping", 2013),
    "370600": ("烟台市", "Huairou", 2014),
    "370700": ("潍坊市", "Aotizhongxin", 2013),
    "370800": ("济宁市", "Aotizhongxin", 2014),
    "371000": ("威海市", "Huairou", 2015),
    "371100": ("日照市", "Changping", 2014),
    "371300": ("临沂市", "Dongsi", 2014),
    "371400": ("德州市", "Guanyuan", 2014),
    "371500": ("聊城市", "Wanliu", 2014),
    "371600": ("滨州市", "Changping", 2015),
    "371700": ("菏泽市", "Aotizhongxin", 2015),
}

TARGETS = """area_code,item,period,target_value,document_no,valid_from,valid_to
370900,PM2.5,year,40,泰环境发〔2024〕8号,2024-01-01,2024-12-31
370900,PM10,month,120,示例目标-1,2024-01-01,2024-12-31
370900,O3,year,160,示例目标-1,2024-01-01,2024-12-31
370900,good_day_percent,year,65.5,示例目标-1,2024-01-01,2024-12-31
370923,PM2.5,month,70,示例目标-2,2024-01-01,2024-12-31
370982,PM2.5,quarter,60,示例目标-2,2024-01-01,2024-12-31
"""

DUST = """area_code,starts_at,ends_at,document_no
370900,2024-03-05T02:00,2024-03-05T06:00,示例沙尘-1
370921,2024-03-04T20:00,2024-03-05T08:00,示例沙尘-2
"""
DUST_SPANS = [
    ("370900", datetime(2024, 3, 5, 2), datetime(2024, 3, 5, 6)),
    ("370921", datetime(2024, 3, 4, 20), datetime(2024, 3, 5, 8)),
]


def half_even(x, places=0):
    """round() of a Fraction is exact and half to even."""
    return Fraction(round(x * 10**places), 10**places)


def text(x, places=10):
    if x is None:
        return ""
    scaled = round(x * 10**places)
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**places)
    return f"{sign}{whole}" + (f".{part:0{places}d}" if places else "")


def mean(values):
    return sum(values) / len(values) if values else None


def percentile(values, p):
    if not values:
        return None
    s = sorted(values)
    k = (len(s) - 1) * p
    low = math.floor(k)
    return s[low] if low + 1 == len(s) else s[low] + (s[low + 1] - s[low]) * (k - low)


def ozone_8h(hours):
    """Largest mean of the windows ending at labels 8 to 24, as GB 3095 and HJ 663 want it."""
    means = []
    for end in range(8, 25):
        window = [hours[h] for h in range(end - 8, end) if h in hours]
        if len(window) >= 6:
            means.append(mean(window))
    best = max(means) if means else None
    return best if len(means) >= 14 or (best is not None and best > 160) else None


def recorded_days(recordings, station, year):
    """Day means of a recorded March; CO in mg/m3."""
    path = next((recordings / "air-beijing").glob(f"PRSA_Data_{station}_*.csv.gz"))
    hours = defaultdict(lambda: defaultdict(dict))
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            if int(row["year"]) == year and int(row["month"]) == 3:
                for item, name in zip(ITEMS, RECORDED):
                    if row[name] != "NA":
                        value = Fraction(row[name]) / (1000 if item == "co" else 1)
                        hours[int(row["day"])][item][int(row["hour"])] = value
    return {d: day_values(hours[d]) for d in range(1, 32)}


def day_values(hours):
    values = {}
    for item in ITEMS:
        of_item = hours.get(item, {})
        if item == "o3":
            values[item] = ozone_8h(of_item)
        else:
            values[item] = mean(list(of_item.values())) if len(of_item) >= 20 else None
    return values


def city_days_file(recordings):
    """Days as a province publishes them: integers, CO with one decimal, NA where missing."""
    lines = ["city_code,city_name,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3"]
    for city, (name, station, year) in sorted(CITIES.items()):
        for d, values in recorded_days(recordings, station, year).items():
            cells = [
                "NA" if values[i] is None else text(values[i], 1 if i == "co" else 0) for i in ITEMS
            ]
            lines.append(",".join([city, name, DAYS[d - 1].isoformat(), *cells]))
    return "\n".join(lines) + "\n"


def read(path):
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


def landed_hours():
    """Hours in force by station: later files win, what the answer key rejects is left out."""
    refused = defaultdict(set)
    with open(HERE / "answers.csv", encoding="utf-8", newline="") as f:
        for a in csv.DictReader(f):
            if a["kind"] == "reject" and a["file"].startswith("air/"):
                refused[a["file"], int(a["record_no"])].add(a["pollutant_code"])
    hours = defaultdict(dict)
    files = sorted((LANDING / "air").glob("2024-*/*.csv*"), key=lambda p: p.name)
    for path in files:
        file_id = path.relative_to(LANDING).as_posix()
        rows = read(path)
        heads = rows[0]
        for line_no, cells in enumerate(rows[1:], start=2):
            bad = refused.get((file_id, line_no), set())
            if "" in bad:
                continue
            row = dict(zip(heads, cells))
            start = hour_start(row["hour_end"])
            values = {}
            for item, unit in zip(ITEMS, ["ug_m3", "ug_m3", "mg_m3", "ug_m3", "ug_m3", "ug_m3"]):
                name = f"{item}_{unit}"
                cell = row[name].strip()
                if cell not in ("", "NA", "-", "—") and name not in bad:
                    values[item] = Fraction(cell)
            hours[row["station_code"]][start] = values
    return hours


def hour_start(label):
    day, clock = label.replace(" ", "T").split("T")
    end = datetime.fromisoformat(day) + timedelta(hours=int(clock[:2]))
    return end - timedelta(hours=1)


def registry(name, encoding="utf-8-sig"):
    with open(LANDING / "registry" / name, encoding=encoding, newline="") as f:
        return list(csv.DictReader(f))


def station_days(hours, station):
    """Per day: values with dust and without the hours under dust."""
    codes = {station[c] for c in ("station_code", "township_code", "county_code", "city_code")}
    days = {}
    for day in DAYS:
        of_day, without = defaultdict(dict), defaultdict(dict)
        for h in range(24):
            start = datetime(day.year, day.month, day.day, h)
            dust = any(
                code in codes and start < to and start + timedelta(hours=1) > frm
                for code, frm, to in DUST_SPANS
            )
            for item, value in hours[station["station_code"]].get(start, {}).items():
                of_day[item][h] = value
                if not (dust and item in ("pm10", "pm2_5")):
                    without[item][h] = value
        days[day] = (day_values(of_day), day_values(without))
    return days


def area_days(of_stations):
    days = {}
    for day in DAYS:
        both = []
        for side in (0, 1):
            values = {}
            for item in ITEMS:
                valid = [s[day][side][item] for s in of_stations if s[day][side][item] is not None]
                values[item] = mean(valid)
            both.append(values)
        days[day] = tuple(both)
    return days


def aqi(values):
    indices = []
    for item, value in values.items():
        if value is None:
            continue
        c = half_even(value, 1 if item == "co" else 0)
        points = POINTS[item]
        if c > points[-1]:
            if item != "o3":
                indices.append(500)
            continue
        i = next(k for k in range(1, len(points)) if c <= points[k])
        low, high = points[i - 1], points[i]
        indices.append(math.ceil((IAQI[i] - IAQI[i - 1]) * (c - low) / (high - low) + IAQI[i - 1]))
    return max(indices) if indices else None


def figures(days, side):
    found = {}
    for item in ITEMS:
        values = [days[d][side][item] for d in DAYS if days[d][side][item] is not None]
        if item == "co":
            found[item] = percentile(values, Fraction(95, 100))
        elif item == "o3":
            found[item] = percentile(values, Fraction(90, 100))
        else:
            found[item] = mean(values)
        found["n_" + item] = len(values)
    return found


def published(found, item):
    return half_even(found[item], 1 if item == "co" else 0)


def index_of(found):
    if any(found[i] is None or found["n_" + i] < 27 for i in ITEMS):
        return None
    return half_even(sum(published(found, i) / LIMITS[i] for i in ITEMS), 2)


def answers(city_days_text):
    hours = landed_hours()
    by_area = defaultdict(list)
    for s in registry("stations.csv"):
        if s["is_evaluation"] == "true":
            days = station_days(hours, s)
            for kind in ("township", "county", "city"):
                by_area[kind, s[kind + "_code"]].append(days)
    areas = {area: area_days(stations) for area, stations in by_area.items()}
    rows = list(csv.DictReader(io.StringIO(city_days_text)))
    for city in CITIES:
        days = {}
        for r in rows:
            if r["city_code"] == city:
                cells = [r[h] for h in list(r)[3:]]
                values = {i: None if c == "NA" else Fraction(c) for i, c in zip(ITEMS, cells)}
                days[date.fromisoformat(r["data_day"])] = (values, values)
        areas["city", city] = days
    out = []

    def answer(kind, area, item, dust, when, value, note=""):
        out.append([kind, area[0], area[1], item, dust, str(when), value, note])

    indices = defaultdict(dict)
    for area in sorted(areas):
        for side, dust in enumerate(("included", "excluded")):
            found = figures(areas[area], side)
            for item in ITEMS:
                answer("month_figure", area, LABELS[item], dust, "2024-03", text(found[item]))
                answer("month_valid_days", area, LABELS[item], dust, "2024-03", found["n_" + item])
            index = index_of(found)
            # Days taken out for dust do not make a month invalid.
            if dust == "excluded" and index_of(figures(areas[area], 0)) is not None:
                full = {k: v if not k.startswith("n_") else 31 for k, v in found.items()}
                index = index_of(full)
            answer("month_index", area, "", dust, "2024-03", text(index, 2))
            if index is not None:
                indices[area[0], dust][area[1]] = index
            classes = [aqi(areas[area][d][side]) for d in DAYS]
            good = sum(1 for a in classes if a is not None and a <= 100)
            heavy = sum(1 for a in classes if a is not None and a > 200)
            answer("month_good_days", area, "", dust, "2024-03", good)
            answer("month_heavy_days", area, "", dust, "2024-03", heavy)
    for (kind, dust), of_kind in sorted(indices.items()):
        for code, index in sorted(of_kind.items()):
            rank = 1 + sum(1 for other in of_kind.values() if other < index)
            answer("rank", (kind, code), "", dust, "2024-03", rank, "index " + text(index, 2))
    for area in sorted(areas):
        run = []
        for day in DAYS + [None]:
            value = aqi(areas[area][day][0]) if day else None
            if value is not None and value > 100:
                run.append((day, value))
            elif run:
                peak = max(v for _, v in run)
                note = f"to {run[-1][0]}, peak {peak}"
                answer("episode", area, "", "included", run[0][0], len(run), note)
                run = []
    for target in csv.DictReader(io.StringIO(TARGETS)):
        if target["item"] == "good_day_percent":
            city = areas["city", target["area_code"]]
            for day in (DAYS[0], DAYS[14], DAYS[30]):
                classed = [a for a in (aqi(city[d][0]) for d in DAYS if d <= day) if a is not None]
                left = (date(2024, 12, 31) - day).days
                # Shares are published with one decimal, so 0.05 less is enough.
                least = Fraction(target["target_value"]) - Fraction("0.05")
                needed = math.ceil(least * (len(classed) + left) / 100)
                good = sum(1 for a in classed if a <= 100)
                answer(
                    "above_left", ("city", target["area_code"]), target["item"], "included", day,
                    left - max(0, needed - good), f"{good} of {len(classed)} good, {left} left",
                )
        if target["item"] not in LABELS.values() or target["item"] == "O3":
            continue
        area = next(a for a in areas if a[1] == target["area_code"])
        item = {v: k for k, v in LABELS.items()}[target["item"]]
        end = {"month": date(2024, 3, 31), "quarter": date(2024, 3, 31), "year": date(2024, 12, 31)}
        for day in (DAYS[0], DAYS[14], DAYS[30]):
            left = (end[target["period"]] - day).days
            values = [
                areas[area][d][0][item] for d in DAYS if d <= day and areas[area][d][0][item] is not None
            ]
            goal = Fraction(target["target_value"])
            may = (goal * (len(values) + left) - sum(values)) / left if left else None
            note = f"{len(values)} valid days, {left} left, so far {text(mean(values))}"
            answer(
                "remaining_mean", area, target["item"], "included", day,
                text(may), f"{target['period']}: {note}",
            )
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", required=True, help="folder of the recordings")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    cities = city_days_file(Path(options.recordings))
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["kind", "area_kind", "area_code", "item", "dust", "when", "value", "note"])
    writer.writerows(answers(cities))
    files = {
        LANDING / "air/cities/shandong_city_days_202403.csv.gz": gzip.compress(cities.encode(), 9, mtime=0),
        LANDING / "registry/targets.csv": TARGETS.encode(),
        LANDING / "registry/dust_hours.csv": DUST.encode(),
        HERE / "answers_air.csv": table.getvalue().encode(),
    }
    put(files, options.check)


if __name__ == "__main__":
    main()
