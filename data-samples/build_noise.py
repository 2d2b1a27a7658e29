#!/usr/bin/env python3
"""Builds the functional-zone noise of the sample city and the answer key to it.

    python3 build_noise.py --recordings DIR [--check]

Writes landing/noise/, the packets of a station in landing/hj212/noise/, landing/registry/noise_points.csv and
answers_noise.csv beside this file. DIR holds the recording noise/ named in README.md. Levels are the recorded ones with
other dates, some raised or lowered by whole decibels. Answers are worked out here with decimals, not by the program that the samples
test; the output depends on the recording alone. Run it after build_samples.py, which clears landing/hj212.
"""

import argparse
import csv
import gzip
import io
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal, getcontext
from pathlib import Path

import build_samples

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
getcontext().prec = 40

MINUTES, HOME, STATION, ROAD, PARK, SILENT = "TAN01", "TAN02", "TAN03", "TAN04", "TAN05", "TAN06"
ZONES = {MINUTES: "2", HOME: "1", STATION: "3", ROAD: "4a", PARK: "0", SILENT: "2"}
COUNTIES = {MINUTES: "370902", HOME: "370902", STATION: "370983", ROAD: "370911", PARK: "370902", SILENT: "370982"}
NAMES = {MINUTES: "示例商业街", HOME: "示例居住区", STATION: "示例工业园", ROAD: "示例主干道", PARK: "示例疗养区", SILENT: "示例集市"}
DEVICE = "370900N0000000000000001A"
WEATHER = "TAM01"
LIMITS = {"0": (50, 40), "1": (55, 45), "2": (60, 50), "3": (65, 55), "4a": (70, 55)}  # GB 3096-2008 table 1
RAISED = {HOME: -3, ROAD: 7, STATION: 8}
FEWEST = {"day": 12, "night": 6}
MINUTE_DAYS = range(8, 15)
PACKET_DAYS = (30, 31)
REVISED = datetime(2024, 3, 8, 8)
PEAK = datetime(2024, 3, 15, 2)
WINDY = [datetime(2024, 3, 11, h) for h in (13, 14, 15)]
WET = [datetime(2024, 3, 12, h) for h in (2, 3, 4)]
BAD_LABEL, BAD_LEVEL = datetime(2024, 3, 18, 8), datetime(2024, 3, 19, 9)
MARCH = [datetime(2024, 3, 1) + timedelta(hours=h) for h in range(31 * 24)]


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def rounded(value, places):
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def mean(levels):
    """The equivalent level: the mean of energies."""
    energy = sum(Decimal(10) ** (level / 10) for level in levels) / len(levels)
    return 10 * energy.log10()


def exceeded(levels, percent):
    """The level exceeded for a share of the time."""
    ordered = sorted(levels)
    place = (len(ordered) - 1) * Decimal(100 - percent) / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


class Recording:
    def __init__(self, folder):
        self.hours = {}
        with gzip.open(folder / "noise" / "laeq_1min.csv.gz", "rt", encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f):
                at = datetime.strptime(row["minute_mid"], "%Y-%m-%dT%H:%M:%S")
                self.hours.setdefault(at.replace(minute=0, second=0), []).append(row["laeq_db"])

    def minutes(self, at):
        """The recorded minutes of an hour of March 2024: seven days over and over, 8 March the first of them."""
        day = datetime(2025, 3, 21) + timedelta(days=(at.day - 8) % 7)
        return self.hours[day.replace(hour=at.hour)]


def hour_levels(recording, point, at):
    """What a platform sends of an hour: one decimal."""
    levels = [Decimal(m) + RAISED[point] for m in recording.minutes(at)]
    largest = max(levels) + (0 if point == HOME else 1)
    if point == HOME and at == PEAK:
        largest = Decimal("68.4")
    values = [mean(levels), exceeded(levels, 10), exceeded(levels, 50), exceeded(levels, 90), largest, min(levels) - 2]
    return [rounded(v, 1) for v in values]


def first_sent(levels):
    """The hour that a later file corrects was first sent 20 dB louder."""
    return [levels[0] + 20, *levels[1:]]


# ------------------------------------------------------------------------------------- the files


def minute_files(recording):
    files = {}
    for d in MINUTE_DAYS:
        rows = [["minute_mid", "laeq_db"]]
        for h in range(24):
            at = datetime(2024, 3, d, h)
            for m, level in enumerate(recording.minutes(at)):
                rows.append([(at + timedelta(minutes=m, seconds=30)).strftime("%Y-%m-%dT%H:%M:%S"), level])
        name = f"noise/2024-03-{d + 1:02}/point={MINUTES}/laeq_202403{d:02}.csv.gz"
        files[name] = build_samples.gzipped(table(rows))
    return files


HEADING = ["point_code", "hour_start", "leq_db", "l10_db", "l50_db", "l90_db", "lmax_db", "lmin_db"]


def hour_files(recording):
    files = {}
    for d in range(1, 32):
        rows = [HEADING]
        for point in (HOME, ROAD):
            for h in range(24):
                at = datetime(2024, 3, d, h)
                levels = hour_levels(recording, point, at)
                label, sent = at.strftime("%Y-%m-%d %H:%M"), levels
                if point == HOME and at == REVISED:
                    sent = first_sent(levels)
                if point == HOME and at == BAD_LABEL:
                    label = at.replace(minute=10).strftime("%Y-%m-%d %H:%M")
                if point == HOME and at == BAD_LEVEL:
                    sent = ["999.9", *levels[1:]]
                rows.append([point, label, *sent])
        if d == 12:
            rows.append(["TAN99", "2024-03-12 08:00", "58.1", "", "", "", "", ""])
        files[f"noise/{arrival(d)}/hours_202403{d:02}.csv"] = table(rows)
    correction = [HEADING, [HOME, REVISED.strftime("%Y-%m-%d %H:%M"), *hour_levels(recording, HOME, REVISED)]]
    files["noise/2024-03-15/hours_20240308_r2.csv"] = table(correction)
    return files


def arrival(d):
    return (datetime(2024, 3, d) + timedelta(days=1)).strftime("%Y-%m-%d")


def park_levels(d):
    return Decimal(46 + d % 5), Decimal(38 + d % 4)


def day_file():
    rows = [["point_code", "data_day", "ld_db", "ln_db", "ldn_db"]]
    rows += [[PARK, f"2024-03-{d:02}", *park_levels(d), ""] for d in range(1, 32)]
    return {"noise/2024-04-01/days_202403.csv": table(rows)}


def weather_file():
    rows = [["weather_station_code", "hour_end", "wind_m_s", "rain_mm"]]
    for i, at in enumerate(MARCH):
        wind = "6.2" if at in WINDY else f"{1 + i % 9 * 4 // 10}.{i % 7}"
        rain = "1.4" if at in WET else "0"
        rows.append([WEATHER, (at + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"), wind, rain])
    return {"noise/2024-04-01/weather_202403.csv.gz": build_samples.gzipped(table(rows))}


def packets(recording):
    lines = []
    for at in MARCH:
        if at.day in PACKET_DAYS:
            names = ["Leq", "L10", "L50", "L90", "LMx", "LMn"]
            fields = ";".join(f"{n}-Data={v}" for n, v in zip(names, hour_levels(recording, STATION, at), strict=True))
            qn = (at + timedelta(hours=1, seconds=30)).strftime("%Y%m%d%H%M%S000")
            lines.append(build_samples.frame(
                f"QN={qn};ST=23;CN=2061;PW=123456;MN={DEVICE};Flag=5;CP=&&DataTime={at:%Y%m%d%H%M%S};{fields}&&"))
    return {"hj212/noise/noise_station_20240330.txt": b"".join(line + b"\r\n" for line in lines)}


def registry():
    rows = [["point_code", "name", "zone", "county_code", "mn", "weather_station_code", "longitude", "latitude",
             "valid_from", "valid_to"]]
    for i, point in enumerate(sorted(ZONES)):
        rows.append([point, NAMES[point], ZONES[point], COUNTIES[point], DEVICE if point == STATION else "",
                     WEATHER if point in (MINUTES, HOME) else "", f"117.{i + 1}", f"36.{i + 1}", "2024-01-01", ""])
    return {"registry/noise_points.csv": table(rows)}


# ------------------------------------------------------------------------------------- the answers


def hours_that_count(recording):
    """Point -> hour -> level, without those of wind and rain, and without the level nobody can read."""
    of = {MINUTES: {}, HOME: {}, ROAD: {}, STATION: {}}
    for at in MARCH:
        if at.day in MINUTE_DAYS:
            of[MINUTES][at] = mean([Decimal(m) for m in recording.minutes(at)])
        for point in (HOME, ROAD):
            if not (point == HOME and at in (BAD_LABEL, BAD_LEVEL)):
                of[point][at] = hour_levels(recording, point, at)[0]
        if at.day in PACKET_DAYS:
            of[STATION][at] = hour_levels(recording, STATION, at)[0]
    for point in (MINUTES, HOME):  # those with the weather station
        for at in WINDY + WET:
            of[point].pop(at, None)
    return of


def days(of):
    """Point, day -> day level, night level, hours of each; the night of the calendar date."""
    found = {}
    for point, hours in of.items():
        for d in range(1, 32):
            day = [v for at, v in hours.items() if at.day == d and 6 <= at.hour < 22]
            night = [v for at, v in hours.items() if at.day == d and not 6 <= at.hour < 22]
            if day or night:
                found[point, d] = (mean(day), mean(night), len(day), len(night))
    for d in range(1, 32):
        found[PARK, d] = (*park_levels(d), 0, 0)
    return found


def peaks(recording):
    """Point, day, kind, largest level and what it may be: sudden noises at night, measured by three of the points."""
    largest = {}
    for at in MARCH:
        for point in (HOME, ROAD, STATION):
            sent = point != STATION or at.day in PACKET_DAYS
            counts = at not in WINDY + WET + [BAD_LABEL, BAD_LEVEL] or point != HOME
            if sent and counts and not 6 <= at.hour < 22:
                largest.setdefault((point, at.day), []).append(hour_levels(recording, point, at)[4])
    for (point, d), levels in largest.items():
        most = LIMITS[ZONES[point]][1] + 15
        if rounded(max(levels), 0) > most:
            yield point, f"2024-03-{d:02}", "night_peak", rounded(max(levels), 0), most


def rate(part, whole):
    return str(rounded(Decimal(100 * part) / whole, 1)) if whole else ""


def answers(recording, landing):
    rows = [["kind", "point_code", "data_day", "period", "value", "limit", "count", "file", "record_no"]]
    found = days(hours_that_count(recording))
    point_times = {}
    for (point, d), (ld, ln, n_day, n_night) in sorted(found.items()):
        zone = ZONES[point]
        for period, level, limit, n in (("day", ld, LIMITS[zone][0], n_day), ("night", ln, LIMITS[zone][1], n_night)):
            rows.append(["level", point, f"2024-03-{d:02}", period, rounded(level, 4), limit, n])
            if n < FEWEST[period] and point != PARK:  # three wet hours leave too few of the night
                rows[-1][4] = ""
                continue
            complies = rounded(level, 0) <= limit
            if not complies:
                rows.append(["exceedance", point, f"2024-03-{d:02}", period, rounded(level, 0), limit, ""])
            for z in (zone, "all"):
                part, whole = point_times.get((z, period), (0, 0))
                point_times[z, period] = (part + complies, whole + 1)
    rows += [["exceedance", *peak, ""] for peak in sorted(peaks(recording))]
    for (zone, period), (part, whole) in sorted(point_times.items()):
        rows.append(["rate", zone, "2024-03-01", period, rate(part, whole), "", whole])
    for at in WINDY + WET:
        for point in (MINUTES, HOME):
            rows.append(["left_out", point, at.strftime("%Y-%m-%dT%H:%M"), "WIND" if at in WINDY else "RAIN", "", "", ""])
    rows.append(["unknown_point", "TAN99", "2024-03-12", "", "", "", ""])
    rows.append(["silent_point", SILENT, "2024-03-31", "", "", "", ""])
    rows = [row + [""] * (9 - len(row)) for row in rows]
    for at, reason, text in ((BAD_LABEL, "NOT_A_FULL_HOUR", "TAN02,2024-03-18 08:10"), (BAD_LEVEL, "IMPOSSIBLE_VALUE", ",999.9,")):
        file = f"noise/{arrival(at.day)}/hours_202403{at.day:02}.csv"
        line = next(n for n, l in enumerate(landing[file].decode().splitlines(), 1) if text in l)
        rows.append(["reject", HOME, at.strftime("%Y-%m-%d"), "", reason, "", "", file, line])
    return table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", required=True, help="folder of the recordings")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    recording = Recording(Path(options.recordings))
    landing = {**minute_files(recording), **hour_files(recording), **day_file(), **weather_file(), **packets(recording),
               **registry()}
    files = {LANDING / name: content for name, content in landing.items()}
    files[HERE / "answers_noise.csv"] = answers(recording, landing)
    put(files, options.check)


if __name__ == "__main__":
    main()
