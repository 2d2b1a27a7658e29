#!/usr/bin/env python3
"""Builds the sample city: the landing folder and the answer key of what is planted in it.

    python3 build_samples.py --recordings DIR [--out DIR] [--check]

DIR holds the recordings named in README.md (air-beijing/, stack-gas-turbine/, power-steel/,
hj212/packets.jsonl). The output depends on the recordings and on this file alone: no clock, a fixed
seed, sorted rows, gzip without time. The answers are worked out here with decimals and fractions,
not by the program that the samples test. --check builds in memory and compares with the files.
"""

import argparse
import csv
import gzip
import io
import json
import random
import re
import struct
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path

import build_power

SEED = 20240301
MONTH_START = datetime(2024, 3, 1)
DAYS = [date(2024, 3, 1) + timedelta(days=i) for i in range(31)]
HOURS = [MONTH_START + timedelta(hours=i) for i in range(31 * 24)]

SO2, NOX, PM, O2 = "a21026", "a21002", "a34013", "a19001"
FLOW, TEMPERATURE, CO, HCL = "a00000", "a01012", "a21005", "a21024"
COD, NH3N, TP, TN, PH, WATER_FLOW = "w01018", "w21003", "w21011", "w21001", "w01001", "w00000"
CODE_2005 = {SO2: "02", NOX: "03", PM: "01", O2: "S01", TEMPERATURE: "S03", FLOW: "B02"}
AIR_ITEMS = ["so2_ug_m3", "no2_ug_m3", "co_mg_m3", "o3_ug_m3", "pm10_ug_m3", "pm2_5_ug_m3"]
AIR_RECORDED = ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5"]


def hour(text):
    """'05T08' -> the hour of March 2024 that starts then."""
    return datetime.strptime("2024-03-" + text, "%Y-%m-%dT%H")


def label(t):
    return t.strftime("%Y-%m-%dT%H:%M")


def rounded(value, places):
    """Rounded half to even; GB/T 8170."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def shown(fraction, places):
    """An exact fraction as decimal text, rounded half to even."""
    scaled = round(fraction * 10**places)  # round() of a Fraction is half-even and exact
    return str(Decimal(scaled).scaleb(-places))


# ---------------------------------------------------------------------------------- recordings


class Recordings:
    """The recordings, read once."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._air = {}
        self.turbine = self._read_turbine()
        self.steel = self._read_steel()

    def _rows(self, path, encoding="utf-8-sig"):
        with gzip.open(path, "rt", encoding=encoding, newline="") as f:
            yield from csv.reader(f)

    def _read_turbine(self):
        rows = self._rows(self.folder / "stack-gas-turbine" / "gt_all.csv.gz")
        next(rows)
        return [[Decimal(c) for c in row] for row in rows]

    def _read_steel(self):
        """(month, day) -> usage of its 96 intervals. The row stamped 0:00 is the day's 24:00."""
        days = defaultdict(list)
        rows = self._rows(self.folder / "power-steel" / "Steel_industry_data.csv.gz")
        next(rows)
        for row in rows:
            day, month, _ = row[0].split(" ")[0].split("/")
            hh, mm = row[0].split(" ")[1].split(":")
            minute = int(hh) * 60 + int(mm)
            days[int(month), int(day)].append((minute or 1440, Decimal(row[1])))
        for key, usages in days.items():
            usages.sort()
            assert [m for m, _ in usages] == list(range(15, 1441, 15)), key
        return {key: [u for _, u in usages] for key, usages in days.items()}

    def air(self, station, year):
        """The 744 hours of March: recorded text by column; hour 0 is the one from 0:00 to 1:00."""
        if (station, year) not in self._air:
            path = self.folder / "air-beijing" / f"PRSA_Data_{station}_20130301-20170228.csv.gz"
            rows = self._rows(path)
            names = next(rows)
            month = [dict(zip(names, r)) for r in rows if r[1] == str(year) and r[2] == "3"]
            month.sort(key=lambda r: (int(r["day"]), int(r["hour"])))
            assert len(month) == 744
            self._air[station, year] = month
        return self._air[station, year]

    def air_without_gaps(self, station, year, column):
        """A column as numbers; a gap repeats the value before it (the first value before any)."""
        cells = [r[column] for r in self.air(station, year)]
        values = [None if cell == "NA" else Decimal(cell) for cell in cells]
        last = next(v for v in values if v is not None)
        filled = []
        for v in values:
            last = last if v is None else v
            filled.append(last)
        return filled

    def packets(self):
        with open(self.folder / "hj212" / "packets.jsonl", encoding="utf-8") as f:
            return [json.loads(line) for line in f]


# ---------------------------------------------------------------------------------- the city


@dataclass
class Outlet:
    """An outlet, how its device talks, and which recorded series it is given."""

    code: str
    name: str
    enterprise: str
    county: str
    medium: str
    industry: str
    zone: str
    source_type: str
    mns: list  # (mn, valid_from, valid_to)
    feed_no: str  # 01, 02, 03: the file its packets come in
    style: str = "plain"  # plain, split, 2005
    password: str = "123456"
    flag: int = 4
    reference_o2: str = ""
    series: dict = field(default_factory=dict)  # factor -> (source, ..., base, scale, decimals)

    def mn_on(self, day):
        for mn, start, end in self.mns:
            if (not start or date.fromisoformat(start) <= day) and (
                not end or day <= date.fromisoformat(end)
            ):
                return mn
        raise ValueError(f"{self.code} has no device on {day}")


def turbine(column, offset, base, scale, places):
    return ("turbine", column, offset, Decimal(base), Decimal(scale), places)


def air(station, year, column, base, scale, places):
    return ("air", station, year, column, Decimal(base), Decimal(scale), places)


def steel(month, base, scale, places):
    return ("steel", month, Decimal(base), Decimal(scale), places)


# Columns of the gas-turbine recording, by place. Columns 7 and 8 carry each other's heading in the
# recording: column 7 (100 to 179) is the energy yield in MWh.
T_AMBIENT, T_ENERGY, T_CO, T_NOX = 0, 7, 9, 10


def gas(offset, nox_scale, so2, pm, o2_base, flow_scale, temperature_base, **more):
    """Factors of a stack. Oxygen falls and flow rises with the recorded energy yield."""
    return {
        SO2: air(*so2, places=2),
        NOX: turbine(T_NOX, offset, "0", nox_scale, 2),
        PM: air(*pm, places=2),
        **{code: series for code, series in more.items()},
        O2: turbine(T_ENERGY, offset, o2_base, "-0.02", 2),
        TEMPERATURE: turbine(T_AMBIENT, offset, temperature_base, "0.5", 1),
        FLOW: turbine(T_ENERGY, offset, "0", flow_scale, 2),
    }


def sewage(station, year, month, cod_base):
    return {
        COD: air(station, year, "NO2", cod_base, "0.15", 1),
        NH3N: air(station, year, "CO", "0.4", "0.0005", 2),
        TP: air(station, year, "PM10", "0.12", "0.0004", 3),
        TN: air(station, year, "O3", "7.5", "0.02", 2),
        PH: air(station, year, "TEMP", "7.1", "0.01", 2),
        WATER_FLOW: steel(month, "150", "0.4", 2),
    }


def mn(county, enterprise_no, place):
    return f"{county}5A4D0000000{enterprise_no:03d}{place}"


OUTLETS = [
    Outlet(
        "EX001-DA001", "1号锅炉烟囱", "EX001", "370902", "gas", "4412", "key", "coal_boiler_new",
        [(mn("370902", 1, "DA01"), "2020-01-01", "")], "01", flag=5, reference_o2="6",
        series=gas(0, "0.50", ("Dongsi", 2016, "SO2", "9", "0.2"),
                   ("Dongsi", 2016, "PM2.5", "1.4", "0.005"), "9.28", "0.60", "45")),
    Outlet(
        "EX001-DA002", "2号锅炉烟囱", "EX001", "370902", "gas", "4412", "key", "coal_boiler_new",
        [(mn("370902", 1, "DA02"), "2020-01-01", "")], "01", style="split", reference_o2="6",
        series=gas(26784, "0.62", ("Guanyuan", 2016, "SO2", "8", "0.2"),
                   ("Guanyuan", 2016, "PM2.5", "1.2", "0.005"), "9.48", "0.58", "46")),
    Outlet(
        "EX002-DA001", "1号燃气轮机烟囱", "EX002", "3709GX", "gas", "4411", "general",
        "gas_turbine_other_gas",
        [(mn("370911", 2, "DA01"), "2021-06-01", "")], "01", reference_o2="15",
        series=gas(22320, "1", ("Wanliu", 2016, "SO2", "2", "0.1"),
                   ("Wanliu", 2016, "PM2.5", "0.5", "0.004"), "17.63", "1.10", "92")),
    Outlet(
        "EX003-DA001", "窑尾烟囱", "EX003", "370911", "gas", "3011", "key", "cement_kiln",
        [(mn("370911", 3, "DA01"), "2019-05-01", "")], "01", flag=5, reference_o2="10",
        series=gas(8928, "1", ("Changping", 2016, "SO2", "6", "0.3"),
                   ("Changping", 2016, "PM2.5", "2.5", "0.012"), "12.44", "0.95", "88")),
    Outlet(
        "EX004-DA001", "窑尾烟囱", "EX004", "370921", "gas", "3011", "key", "cement_kiln",
        [("37092100000401", "2016-03-01", "")], "01", style="2005", reference_o2="10",
        series=gas(2232, "1", ("Huairou", 2016, "SO2", "5", "0.3"),
                   ("Huairou", 2016, "PM2.5", "2.2", "0.012"), "12.30", "0.88", "85")),
    Outlet(
        "EX005-DA001", "1号焚烧炉烟囱", "EX005", "370982", "gas", "4417", "general",
        "waste_incinerator",
        [(mn("370982", 5, "DA01"), "2020-09-01", "")], "02", reference_o2="11",
        series=gas(7440, "2", ("Aotizhongxin", 2016, "SO2", "15", "0.5"),
                   ("Aotizhongxin", 2016, "PM2.5", "3", "0.02"), "13.10", "0.30", "130",
                   **{CO: turbine(T_CO, 7440, "4", "2", 3),
                      HCL: air("Aotizhongxin", 2015, "SO2", "5", "0.3", 2)})),
    Outlet(
        "EX005-DA002", "2号焚烧炉烟囱", "EX005", "370982", "gas", "4417", "general",
        "waste_incinerator",
        [(mn("370982", 5, "DA02"), "2021-04-01", "")], "03", reference_o2="11",
        series=gas(13392, "2", ("Aotizhongxin", 2015, "SO2", "12", "0.5"),
                   ("Aotizhongxin", 2015, "PM2.5", "3", "0.02"), "13.30", "0.31", "132",
                   **{CO: turbine(T_CO, 13392, "3", "1", 3),
                      HCL: air("Guanyuan", 2015, "SO2", "4", "0.3", 2)})),
    Outlet(
        "EX006-DA001", "1号锅炉烟囱", "EX006", "370983", "gas", "4412", "key", "coal_boiler_new",
        [(mn("370983", 6, "DA01"), "2022-01-01", "")], "02", reference_o2="6",
        series=gas(32736, "0.36", ("Wanliu", 2015, "SO2", "5", "0.15"),
                   ("Wanliu", 2015, "PM2.5", "1", "0.004"), "9.10", "0.50", "47")),
    Outlet(
        "EX007-DA001", "1号锅炉烟囱", "EX007", "370923", "gas", "4412", "key", "coal_boiler_new",
        [(mn("370923", 7, "DA01"), "2018-07-01", "2024-03-20"),
         (mn("370923", 7, "DA91"), "2024-03-21", "")], "02", flag=5, reference_o2="6",
        series=gas(34224, "0.60", ("Dongsi", 2015, "SO2", "7", "0.2"),
                   ("Dongsi", 2015, "PM2.5", "1.1", "0.005"), "9.30", "0.52", "48")),
    Outlet(
        "EX008-DW001", "总排口", "EX008", "370902", "water", "4620", "", "municipal_sewage_1a",
        [(mn("370902", 8, "DB01"), "2019-01-01", "")], "02", style="split",
        series=sewage("Dongsi", 2016, 4, "14")),
    Outlet(
        "EX009-DW001", "总排口", "EX009", "3709GX", "water", "4620", "", "municipal_sewage_1a",
        [(mn("370911", 9, "DB01"), "2020-11-01", "")], "02",
        series=sewage("Guanyuan", 2015, 6, "17")),
    Outlet(
        "EX010-DW001", "总排口", "EX010", "370982", "water", "4620", "", "municipal_sewage_1b",
        [(mn("370982", 10, "DB01"), "2017-08-01", "")], "02", password="",
        series=sewage("Changping", 2015, 9, "21")),
]
OUTLET = {o.code: o for o in OUTLETS}

ENTERPRISES = {
    "EX001": "示例热电一厂", "EX002": "示例燃机电厂", "EX003": "示例水泥一厂", "EX004": "示例水泥二厂",
    "EX005": "示例垃圾焚烧发电厂", "EX006": "示例热电二厂", "EX007": "示例热电三厂",
    "EX008": "示例污水处理一厂", "EX009": "示例污水处理二厂", "EX010": "示例污水处理三厂",
}

COUNTIES = [
    ("370902", "泰山区", "false"), ("370911", "岱岳区", "false"), ("370921", "宁阳县", "false"),
    ("370923", "东平县", "false"), ("370982", "新泰市", "false"), ("370983", "肥城市", "false"),
    ("3709GX", "高新区", "true"),
]

TOWNSHIPS = [
    ("370902-T1", "岱庙街道", "370902"), ("370902-T2", "省庄镇", "370902"),
    ("370911-T1", "大汶口镇", "370911"), ("370911-T2", "满庄镇", "370911"),
    ("370921-T1", "磁窑镇", "370921"), ("370923-T1", "州城街道", "370923"),
    ("370982-T1", "新汶街道", "370982"), ("370982-T2", "楼德镇", "370982"),
    ("370983-T1", "石横镇", "370983"), ("3709GX-T1", "北集坡街道", "3709GX"),
]

# code, name, county, township, evaluation, recording, year of its March
STATIONS = [
    ("TA001", "示例泰山一站", "370902", "370902-T1", "true", "Dongsi", 2016),
    ("TA002", "示例泰山二站", "370902", "370902-T2", "true", "Guanyuan", 2016),
    ("TA003", "示例岱岳站", "370911", "370911-T1", "true", "Aotizhongxin", 2016),
    ("TA004", "示例宁阳站", "370921", "370921-T1", "true", "Huairou", 2016),
    ("TA005", "示例东平站", "370923", "370923-T1", "true", "Changping", 2016),
    ("TA006", "示例新泰一站", "370982", "370982-T1", "true", "Wanliu", 2016),
    ("TA007", "示例新泰二站", "370982", "370982-T2", "false", "Dongsi", 2015),
    ("TA008", "示例肥城站", "370983", "370983-T1", "true", "Guanyuan", 2015),
    ("TA009", "示例高新站", "3709GX", "3709GX-T1", "true", "Wanliu", 2015),
]
UNKNOWN_STATION = ("TA999", "Huairou", 2015, [date(2024, 3, d) for d in (9, 10, 11)])

OPEN = ("2023-01-01", "")


def permit_limits():
    """Rows of limits.csv. EX006-DA001 has none: standards judge it."""
    rows = []

    def permit(outlet, pollutant, value, period="hour", o2="", lower="", valid=OPEN, suffix="P"):
        unit = "pH" if pollutant == PH else "mg/L" if pollutant.startswith("w") else "mg/m3"
        number = f"{OUTLET[outlet].enterprise}-2022-001{suffix}"
        rows.append((outlet, pollutant, value, lower, unit, period, o2, number, *valid))

    permit("EX001-DA001", SO2, "35", o2="6")
    permit("EX001-DA001", NOX, "50", o2="6")
    permit("EX001-DA001", PM, "5", o2="6")
    permit("EX001-DA002", SO2, "35", o2="6")
    permit("EX001-DA002", NOX, "50", o2="6", valid=("2023-01-01", "2024-03-15"))
    permit("EX001-DA002", NOX, "40", o2="6", valid=("2024-03-16", ""), suffix="Q")
    permit("EX001-DA002", PM, "5", o2="6")
    permit("EX002-DA001", SO2, "50", o2="15")
    permit("EX002-DA001", NOX, "100", o2="15")
    permit("EX002-DA001", PM, "10", o2="15")
    for kiln in ("EX003-DA001", "EX004-DA001"):
        permit(kiln, SO2, "50", o2="10")
        permit(kiln, NOX, "100", o2="10")
        permit(kiln, PM, "10", o2="10")
    for furnace in ("EX005-DA001", "EX005-DA002"):
        permit(furnace, SO2, "80", o2="11")
        permit(furnace, NOX, "250" if furnace.endswith("1") else "200", o2="11")
        permit(furnace, PM, "20", o2="11")
        permit(furnace, HCL, "50", o2="11")
        permit(furnace, CO, "80", o2="11")
        permit(furnace, CO, "50", period="day", o2="11")
    permit("EX007-DA001", SO2, "35", o2="6")
    permit("EX007-DA001", NOX, "50", o2="6")
    permit("EX007-DA001", PM, "5", o2="6")
    for works, cod, nh3n, tp, tn in (
        ("EX008-DW001", "50", "5", "0.5", "15"),
        ("EX009-DW001", "50", "5", "0.5", "15"),
        ("EX010-DW001", "60", "8", "1", "20"),
    ):
        permit(works, COD, cod, period="day")
        permit(works, NH3N, nh3n, period="day")
        permit(works, TP, tp, period="day")
        permit(works, TN, tn, period="day")
        permit(works, PH, "9", period="day", lower="6")
    return rows


# What judges EX006-DA001 lies above these; its series must stay below them.
STANDARDS_ONLY = ("EX006-DA001", {SO2: Decimal(35), NOX: Decimal(50), PM: Decimal(5)})

# outlet, pollutant (empty: all), kind, starts_at, ends_at (excluded; empty: still open), proof
MARKS = [
    ("EX001-DA002", NOX, "maintenance", "2024-03-05T08:30", "2024-03-05T09:10", "EX001-M-0305"),
    ("EX003-DA001", "", "start_up", "2024-03-09T02:00", "2024-03-09T06:00", "EX003-M-0309"),
    ("EX005-DA001", CO, "calibration", "2024-03-19T10:00", "2024-03-19T11:00", "EX005-M-0319"),
    ("EX005-DA002", NOX, "manual_entry", "2024-03-22T13:15", "2024-03-22T15:00", "EX005-M-0322"),
    ("EX010-DW001", "", "communication_interruption", "2024-03-14T07:00", "2024-03-14T09:00",
     "EX010-M-0314"),
    ("EX006-DA001", "", "shutdown", "2024-03-31T18:00", "", "EX006-M-0331"),
]

# ---------------------------------------------------------------------------------- what is planted

ALL = "*"

# outlet, first hour, hours, factors, action, argument, what it is
PLANTS = [
    # Short episodes, the recorded series multiplied.
    ("EX001-DA001", "06T20", 3, [SO2], "multiply", "3.2", "desulfurisation trips"),
    ("EX003-DA001", "21T03", 2, [PM], "multiply", "4.5", "bag filter leaks"),
    ("EX005-DA001", "25T17", 2, [HCL], "multiply", "7", "lime feed blocked"),
    ("EX007-DA001", "12T14", 3, [NOX], "multiply", "1.9", "ammonia pump stops; the file is late"),
    ("EX004-DA001", "28T22", 3, [NOX], "multiply", "1.8", "burner fault"),
    # High hours that a mark takes out of the judgement.
    ("EX001-DA002", "05T08", 2, [NOX], "multiply", "2", "high, but marked"),
    ("EX003-DA001", "09T02", 4, [NOX], "multiply", "2", "high, but marked"),
    ("EX005-DA001", "19T10", 1, [CO], "multiply", "20", "high, but marked"),
    ("EX005-DA002", "22T13", 2, [NOX], "multiply", "2.5", "high, but marked"),
    # Hours just outside a mark: they count.
    ("EX001-DA002", "05T10", 1, [NOX], "multiply", "2", "the hour after the mark"),
    ("EX003-DA001", "09T06", 1, [NOX], "multiply", "2", "the mark ends when this hour begins"),
    # Flags other than N.
    ("EX001-DA001", "11T09", 2, [NOX], "calibrate", "C", "calibration, zeros"),
    ("EX003-DA001", "13T10", 3, ALL, "flag", "M", "maintenance"),
    ("EX005-DA001", "08T04", 1, [SO2], "multiply", "6", "analyser fault reads high"),
    ("EX005-DA001", "08T04", 1, [SO2], "flag", "D", "analyser fault reads high"),
    ("EX007-DA001", "16T00", 12, ALL, "stop", "F", "unit stopped, zeros"),
    ("EX002-DA001", "18T15", 1, [NOX], "multiply", "4", "over range"),
    ("EX002-DA001", "18T15", 1, [NOX], "flag", "T", "over range"),
    ("EX009-DW001", "20T09", 1, [NH3N], "flag", "C", "standard sample"),
    # Oxygen.
    ("EX007-DA001", "03T04", 1, [O2], "set", "21.00", "oxygen 21 %: nothing can be converted"),
    ("EX007-DA001", "03T05", 1, [O2], "set", "21.30", "oxygen above 21 %"),
    ("EX007-DA001", "03T04", 2, [SO2, NOX, PM], "no_converted", "", "not converted by the device"),
    # At the limit of SO2 (35) and NOx (50), reference oxygen 6 %.
    ("EX007-DA001", "04T08", 1, [O2], "set", "6.00", "equal to the limit complies"),
    ("EX007-DA001", "04T08", 1, [SO2], "set", "35.00", "equal to the limit complies"),
    ("EX007-DA001", "04T09", 1, [O2], "set", "6.00", "one hundredth above"),
    ("EX007-DA001", "04T09", 1, [SO2], "set", "35.01", "one hundredth above"),
    ("EX007-DA001", "04T10", 1, [O2], "set", "7.00", "32.667 at 7 % is 35.0004"),
    ("EX007-DA001", "04T10", 1, [SO2], "set", "32.667", "32.667 at 7 % is 35.0004"),
    ("EX007-DA001", "04T10", 1, [SO2], "no_converted", "", "32.667 at 7 % is 35.0004"),
    ("EX007-DA001", "04T11", 1, [O2], "set", "7.14", "46.20 at 7.14 % is exactly 50"),
    ("EX007-DA001", "04T11", 1, [NOX], "set", "46.20", "46.20 at 7.14 % is exactly 50"),
    ("EX007-DA001", "04T11", 1, [NOX], "no_converted", "", "46.20 at 7.14 % is exactly 50"),
    ("EX007-DA001", "04T12", 2, [NOX], "multiply", "1.8", "converted value to be computed"),
    ("EX007-DA001", "04T12", 2, [NOX], "no_converted", "", "converted value to be computed"),
    ("EX007-DA001", "04T14", 1, [SO2, NOX, PM], "no_converted", "", "computed and below"),
    # Values that are not there.
    ("EX001-DA001", "17T06", 1, [SO2], "empty", "", "sent without a value"),
    ("EX008-DW001", "17T06", 1, [COD], "empty", "", "sent without a value"),
    # Above a day limit only: no hour is exceeded in law.
    ("EX008-DW001", "23T10", 4, [COD], "multiply", "3", "hours above the day limit"),
    ("EX010-DW001", "24T02", 3, [NH3N], "multiply", "9", "hours above the day limit"),
]

UNKNOWN_MN = ("370983FFFF000000000FDA01", [date(2024, 3, 7), date(2024, 3, 8)])

LATE = ("02", date(2024, 3, 12), date(2024, 3, 20))  # file 02 of the 12th comes on the 20th
DAMAGED = ("02", date(2024, 3, 10))
REPEATED = ("02", date(2024, 3, 4), [(5, "EX007-DA001"), (17, "EX009-DW001")])

AIR_CORRECTION = (date(2024, 3, 8), date(2024, 3, 15), "TA003", range(15, 21), [4, 5])

# hours of the damaged file: what happens to the frame of that outlet and hour
DAMAGES = {
    ("EX005-DA001", 3): "flip_digit",
    ("EX006-DA001", 5): "wrong_length",
    ("EX007-DA001", 8): "flip_digit",
    ("EX008-DW001", 11): "flip_digit",  # the second part of a split packet
    ("EX009-DW001", 12): "no_mn",
    ("EX010-DW001", 14): "bad_time",
    ("EX006-DA001", 19): "wrong_length",
    ("EX010-DW001", 23): "cut_off",
}
GARBAGE = {  # before the first frame of that hour
    6: b"AT+CIPSEND ERROR 5 link is not valid, reconnecting 10.0.0.1:9004 ....",
    15: b"\x00\x00\x7f\x80\xfe\xff\xfe\x11\x00\xc3\x28\xa0\xa1\x00\x00\x00UU\x00UU",
}

METER_ROLES = [("total", "T", "1200"), ("production", "P1", "800"), ("treatment", "E1", "160"),
               ("office", "B", "40")]
UNKNOWN_METER = ("EX099-M1", [date(2024, 3, 18), date(2024, 3, 19)])

# ---------------------------------------------------------------------------------- HJ 212 frames


def crc16(data):
    """HJ 212-2017 annex A: the byte goes into the register after it is shifted right by eight."""
    register = 0xFFFF
    for byte in data:
        register = (register >> 8) ^ byte
        for _ in range(8):
            low = register & 1
            register >>= 1
            if low:
                register ^= 0xA001
    return f"{register:04X}"


def frame(segment, lower_case=False):
    data = segment.encode("ascii")
    assert len(data) <= 1024, f"data segment of {len(data)} characters"
    crc = crc16(data)
    return b"##%04d%s%s" % (len(data), data, (crc.lower() if lower_case else crc).encode())


def check_crc():
    vectors = [
        ("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
         "CP=&&RtdInterval=30&&", 101, "1C80"),
        ("ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817000;B01-Rtd=36.91;"
         "011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&", 139, "4980"),
        ("ST=32;CN=2011;PW=000000;MN=LD130133000015;CP=&&DataTime=20160824003817;011-Rtd=231.0,"
         "011-Flag=N;B01-Rtd=36.91;060-Rtd=1.803,060-Flag=N&&", 136, "1DC0"),
        ("ST=32;CN=2011;PW=123456;MN=NJGDKYYC202101q0001w0001;CP=&&DataTime=20210305003817000;"
         "ele01-Rtd=1;ele02-Rtd=0&&", 109, "8C41"),
        ("QN=20160801090000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&",
         87, "FF01"),
    ]
    for segment, length, crc in vectors:
        assert (len(segment), crc16(segment.encode())) == (length, crc), segment


# ---------------------------------------------------------------------------------- outlet hours


class Stack:
    """The hours of the outlets: values, flags and what was planted."""

    def __init__(self, recordings):
        self.recordings = recordings
        self.random = random.Random(SEED)
        self.notes = defaultdict(list)  # (outlet, factor, hour) -> what is planted
        self.plants = defaultdict(list)
        for code, first, count, factors, action, argument, note in PLANTS:
            for i in range(count):
                at = hour(first) + timedelta(hours=i)
                for factor in OUTLET[code].series if factors == ALL else factors:
                    self.plants[code, factor, at].append((action, argument))
                    if note not in self.notes[code, factor, at]:
                        self.notes[code, factor, at].append(note)
        self.hours = {}
        for outlet in OUTLETS:
            base = {f: self._series(s) for f, s in outlet.series.items()}
            for i, at in enumerate(HOURS):
                averages = {f: base[f][i] for f in outlet.series}
                self.hours[outlet.code, at] = self._hour(outlet, at, averages)

    def _series(self, described):
        kind, *rest = described
        if kind == "turbine":
            column, offset, base, scale, places = rest
            values = [row[column] for row in self.recordings.turbine[offset:offset + len(HOURS)]]
        elif kind == "air":
            station, year, column, base, scale, places = rest
            values = self.recordings.air_without_gaps(station, year, column)
        else:
            month, base, scale, places = rest
            usages = steel_month(self.recordings, month)
            values = [sum(usages[4 * i:4 * i + 4]) for i in range(len(HOURS))]
        assert len(values) == len(HOURS)
        return [rounded(base + scale * v, places) for v in values]

    def _hour(self, outlet, at, averages):
        for f in averages:
            for action, argument in self.plants.get((outlet.code, f, at), ()):
                if action == "multiply":
                    places = -averages[f].as_tuple().exponent
                    averages[f] = rounded(averages[f] * Decimal(argument), places)
                elif action == "set":
                    averages[f] = Decimal(argument)
                elif action in ("calibrate", "stop"):
                    averages[f] = Decimal("20.95") if f == O2 else rounded(averages[f] * 0, 2)
        flow_code = FLOW if outlet.medium == "gas" else WATER_FLOW
        # gas: m3/s over an hour; water: L/s over an hour
        volume = averages[flow_code] * (Decimal(3600) if outlet.medium == "gas" else Decimal("3.6"))
        fields = {}
        for f, average in averages.items():
            spread = Decimal(self.random.randint(2, 12)) / 100
            places = -average.as_tuple().exponent
            values = {
                "Min": rounded(average * (1 - spread), places),
                "Avg": average,
                "Max": rounded(average * (1 + spread), places),
            }
            if f == flow_code:
                values = {"Cou": rounded(volume, 1), **values}
            elif f not in (O2, TEMPERATURE, PH):
                # gas: mg/m3 times m3 is 1e-6 kg; water: mg/L is g/m3, so 1e-3 kg
                to_kg = Decimal("1e-6") if outlet.medium == "gas" else Decimal("1e-3")
                values = {"Cou": rounded(average * rounded(volume, 1) * to_kg, 3), **values}
            if outlet.reference_o2 and f in (SO2, NOX, PM, CO, HCL) and averages[O2] < 21:
                converted = Fraction(average) * (21 - int(outlet.reference_o2)) / (
                    21 - Fraction(averages[O2]))
                values["ZsAvg"] = Decimal(shown(converted, 3 if f == CO else 2))
            values["Flag"] = "N"
            for action, argument in self.plants.get((outlet.code, f, at), ()):
                if action in ("flag", "calibrate", "stop"):
                    values["Flag"] = argument
                elif action == "no_converted":
                    values.pop("ZsAvg", None)
                elif action == "empty":
                    values.update({k: "" for k in values if k != "Flag"})
            fields[f] = values
        return fields


def steel_month(recordings, first_month):
    """31 days from the first of a month on; energy of 15 minutes each."""
    first = date(2018, first_month, 1)
    days = [first + timedelta(days=i) for i in range(31)]
    return [u for d in days for u in recordings.steel[d.month, d.day]]


def group(code, values):
    return ",".join(f"{code}-{name}={value}" for name, value in values.items())


def frames_of(outlet, at, fields, rng):
    """The frames of one hour: list of (bytes, factors in it)."""
    sent = at + timedelta(hours=1, seconds=rng.randint(20, 110))
    qn = sent.strftime("%Y%m%d%H%M%S") + f"{rng.randint(0, 999):03d}"
    st = "31" if outlet.medium == "gas" else "32"
    mn_now = outlet.mn_on(at.date())
    start = at.strftime("%Y%m%d%H%M%S")
    if outlet.style == "2005":
        groups = ";".join(group(CODE_2005[f], v) for f, v in fields.items())
        head = f"ST={st};CN=2061;PW={outlet.password};MN={mn_now};CP=&&DataTime={start}000;"
        return [(frame(f"{head}{groups}&&", lower_case=True), list(fields))]
    head = f"QN={qn};ST={st};CN=2061;PW={outlet.password};MN={mn_now};"
    if outlet.style == "split":
        names = list(fields)
        cut = 2 if outlet.medium == "gas" else 3
        parts = [names[:cut], names[cut:]]
        frames = []
        for no, part in enumerate(parts, 1):
            groups = ";".join(group(f, fields[f]) for f in part)
            frames.append((
                frame(f"{head}Flag={outlet.flag | 2};PNUM=2;PNO={no};CP=&&DataTime={start};"
                      f"{groups}&&"), part))
        return frames
    groups = ";".join(group(f, v) for f, v in fields.items())
    return [(frame(f"{head}Flag={outlet.flag};CP=&&DataTime={start};{groups}&&"), list(fields))]


# ---------------------------------------------------------------------------------- answers


class Answers:
    COLUMNS = ["kind", "table", "code", "pollutant_code", "hour_start", "value", "limit_value",
               "times_over", "reason", "file", "record_no", "note"]
    KINDS = ["exceedance", "unjudgeable", "reject", "other_command", "unknown_station",
             "unknown_outlet", "unknown_meter", "late_file", "corrected", "station_day"]

    def __init__(self):
        self.rows = []

    def add(self, kind, table, **cells):
        unknown = set(cells) - set(self.COLUMNS)
        assert kind in self.KINDS and not unknown, (kind, unknown)
        self.rows.append({"kind": kind, "table": table, **cells})

    def text(self):
        def place(row):
            return (self.KINDS.index(row["kind"]), row.get("code", ""), row.get("file", "")
                    if row["kind"] in ("reject", "other_command") else "",
                    int(row.get("record_no", 0)) if row["kind"] in ("reject", "other_command")
                    else 0, row.get("pollutant_code", ""), row.get("hour_start", ""))

        out = io.StringIO()
        writer = csv.DictWriter(out, self.COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(self.rows, key=place))
        return out.getvalue().encode()


# ---------------------------------------------------------------------------------- files


def gzipped(data):
    """gzip without name and time."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    return (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff" + body
            + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))


def table_bytes(heading, rows, encoding="utf-8", line_end="\n"):
    lines = [heading] + [",".join(str(c) for c in row) for row in rows]
    return "".join(line + line_end for line in lines).encode(encoding)


class City:
    def __init__(self, recordings):
        self.recordings = recordings
        self.files = {}  # path below the output folder -> bytes
        self.answers = Answers()
        self.limits = permit_limits()

    def build(self):
        self.write_registry()
        self.write_air()
        self.write_power()
        self.write_outlets()
        self.write_real_packets()
        self.files["answers.csv"] = self.answers.text()
        return self.files

    def land(self, path, data):
        full = "landing/" + path
        assert full not in self.files, full
        self.files[full] = gzipped(data) if path.endswith(".gz") else data

    # ------------------------------------------------------------------ registry

    def write_registry(self):
        self.land("registry/counties.csv", b"\xef\xbb\xbf" + table_bytes(
            "county_code,name,city_code,city_name,is_functional_zone,valid_from,valid_to",
            [(code, name, "370900", "泰安市", zone, "", "") for code, name, zone in COUNTIES]))
        self.land("registry/townships.csv", table_bytes(
            "township_code,name,county_code,valid_from,valid_to",
            [(*t, "", "") for t in TOWNSHIPS], encoding="gb18030", line_end="\r\n"))
        outlets = [
            (o.code, device, o.name, o.enterprise, ENTERPRISES[o.enterprise], o.county, o.medium,
             o.industry, o.zone, o.source_type, start, end)
            for o in OUTLETS for device, start, end in o.mns]
        self.land("registry/outlets.csv", table_bytes(
            "outlet_code,mn,name,enterprise_code,enterprise_name,county_code,medium,industry_code,"
            "zone_code,source_type,valid_from,valid_to", outlets))
        self.land("registry/limits.csv", table_bytes(
            "outlet_code,pollutant_code,limit_value,lower_limit_value,unit,period,"
            "reference_o2_percent,document_no,valid_from,valid_to", self.limits))
        self.land("registry/marks.csv", table_bytes(
            "outlet_code,pollutant_code,kind,starts_at,ends_at,proof_no", MARKS))
        self.land("registry/stations.csv", table_bytes(
            "station_code,name,county_code,township_code,city_code,is_evaluation,valid_from,"
            "valid_to",
            [(code, name, county, township, "370900", evaluation, "2020-01-01", "")
             for code, name, county, township, evaluation, _, _ in STATIONS]))
        self.land("registry/meters.csv", table_bytes(
            build_power.METER_HEADINGS,
            build_power.meter_rows([row for meter in meters() for row in meter["rows"]])))

    # ------------------------------------------------------------------ air

    def write_air(self):
        in_force = {}  # (station, hour) -> six values or None
        for day in DAYS:
            lines = [",".join(["station_code", "hour_end"] + AIR_ITEMS)]
            for station, *_, recording, year in STATIONS:
                lines += self.air_lines(station, recording, year, day, in_force)
            unknown, recording, year, days = UNKNOWN_STATION
            if day in days:
                lines += self.air_lines(unknown, recording, year, day, {})
                self.answers.add("unknown_station", "air.unknown_station", code=unknown,
                                 hour_start=label(datetime.combine(day, datetime.min.time())),
                                 value="24", note="value = hours of the data day")
            zipped = day.day % 3 == 0 and day.day != 3 and day != AIR_CORRECTION[0]
            path = (f"air/{day + timedelta(days=1)}/air_{day:%Y%m%d}.csv"
                    + (".gz" if zipped else ""))
            lines = self.spoil_air(day, path, lines, in_force)
            windows = day.day == 3  # one supplier's day with a byte order mark and CR LF
            text = "".join(line + ("\r\n" if windows else "\n") for line in lines)
            self.land(path, (b"\xef\xbb\xbf" if windows else b"") + text.encode())
        self.correct_air(in_force)
        self.answer_station_days(in_force)

    def air_lines(self, station, recording, year, day, in_force):
        lines = []
        month = self.recordings.air(recording, year)
        for h in range(24):
            row = month[(day.day - 1) * 24 + h]
            cells = []
            for name in AIR_RECORDED:
                cell = row[name]
                if name == "CO" and cell != "NA":
                    cell = str((Decimal(cell) / 1000).normalize())  # µg/m3 -> mg/m3
                cells.append(cell)
            start = datetime.combine(day, datetime.min.time()) + timedelta(hours=h)
            in_force[station, start] = [None if c == "NA" else Decimal(c) for c in cells]
            lines.append(",".join([station, label(start + timedelta(hours=1))] + cells))
        return lines

    def spoil_air(self, day, path, lines, in_force):
        """Plants what is wrong in the air files; gives the lines as they land."""

        def place(station, label_hour):
            """Index of the line, and the start of its hour; line number is index + 1."""
            start = datetime.combine(day, datetime.min.time()) + timedelta(hours=label_hour - 1)
            key = f"{station},{label(start + timedelta(hours=1))},"
            return next(i for i, text in enumerate(lines) if text.startswith(key)), start

        def reject(index, reason, item="", note=""):
            self.answers.add("reject", "ops.reject", pollutant_code=item, reason=reason, file=path,
                             record_no=str(index + 1), note=note)

        def replace_cell(index, cell_no, text):
            cells = lines[index].split(",")
            cells[cell_no] = text
            lines[index] = ",".join(cells)

        if day.day == 5:
            i, start = place("TA004", 7)
            lines[i] += ",44"
            in_force[("TA004", start)] = None
            reject(i, "WRONG_COLUMN_COUNT", note="nine cells instead of eight")
            i, start = place("TA006", 15)
            replace_cell(i, 1, "2024-03-05T25:00")
            in_force[("TA006", start)] = None
            reject(i, "BAD_TIME", note="there is no 25:00")
        if day.day == 6:
            i, start = place("TA005", 10)
            replace_cell(i, 2, "-5")
            in_force[("TA005", start)][0] = None
            reject(i, "NEGATIVE_VALUE", "so2_ug_m3", "one value; the rest of the record counts")
            i, start = place("TA005", 11)
            replace_cell(i, 7, "12.x")
            in_force[("TA005", start)][5] = None
            reject(i, "BAD_NUMBER", "pm2_5_ug_m3", "one value; the rest of the record counts")
        if day.day == 7:
            repeated = [place("TA002", h)[0] for h in (4, 5, 6)]
            lines = lines + [lines[i] for i in repeated]
        if day == AIR_CORRECTION[0]:
            _, _, station, label_hours, items = AIR_CORRECTION
            for h in label_hours:
                i, start = place(station, h)
                for item in items:  # the first delivery shows five times the recorded value
                    value = in_force[station, start][item]
                    replace_cell(i, 2 + item, str(value * 5))
        return lines

    def correct_air(self, in_force):
        day, arrival, station, label_hours, items = AIR_CORRECTION
        _, *_, recording, year = next(s for s in STATIONS if s[0] == station)
        lines = [",".join(["station_code", "hour_end"] + AIR_ITEMS)]
        lines += self.air_lines(station, recording, year, day, {})
        path = f"air/{arrival}/air_{day:%Y%m%d}_r2.csv"
        self.land(path, "".join(line + "\n" for line in lines).encode())
        for h in label_hours:
            start = datetime.combine(day, datetime.min.time()) + timedelta(hours=h - 1)
            for item in items:
                value = in_force[station, start][item]
                assert value is not None
                self.answers.add(
                    "corrected", "air.station_hour", code=station, pollutant_code=AIR_ITEMS[item],
                    hour_start=label(start), value=str(value), file=path, record_no=str(h + 1),
                    note=f"first delivered as {value * 5}")

    def answer_station_days(self, in_force):
        chosen = [("TA001", 1), ("TA003", 8), ("TA004", 5), ("TA005", 6), ("TA009", 31)]
        short = [  # the first station-days with an item of too few hours
            (code, day.day) for code, *_ in STATIONS for day in DAYS
            if any(mean is None for mean, _ in day_means(in_force, code, day).values())]
        for code, day_no in chosen + [s for s in short if s not in chosen][:2]:
            day = date(2024, 3, day_no)
            for item, (mean, note) in day_means(in_force, code, day).items():
                self.answers.add(
                    "station_day", "air.station_day", code=code, pollutant_code=item,
                    hour_start=f"{day}T00:00", value="" if mean is None else shown(mean, 10),
                    note=note)

    # ------------------------------------------------------------------ power

    def write_power(self):
        electricity = build_power.Electricity(
            {m["code"]: meter_series(self.recordings, m) for m in meters()}, meters())
        series = electricity.series
        for day in DAYS:
            lines = ["meter_code,interval_end,energy_kwh"]
            start = datetime.combine(day, datetime.min.time())
            ends = [label(start + timedelta(minutes=15 * (i + 1))) for i in range(96)]
            first = (day.day - 1) * 96
            for code in sorted(series):
                lines += [f"{code},{ends[i]},{series[code][first + i]}" for i in range(96)
                          if (code, first + i) not in electricity.missing]
            unknown, days = UNKNOWN_METER
            if day in days:
                lines += [f"{unknown},{ends[i]},{series['EX001-MB'][first + i]}" for i in range(96)]
                self.answers.add("unknown_meter", "power.unknown_meter", code=unknown,
                                 hour_start=label(start), value="96",
                                 note="value = intervals of the data day")
            path = f"power/{day + timedelta(days=1)}/power_{day:%Y%m%d}.csv.gz"
            self.spoil_power(day, path, lines)
            self.land(path, "".join(line + "\n" for line in lines).encode())
        more, answers = build_power.files(frame)
        for path, data in more.items():
            self.land(path, data)
        self.files["answers_power.csv"] = build_power.answers_text(electricity.answers + answers)

    def spoil_power(self, day, path, lines):
        def spoil(code, end, text, reason, note):
            key = f"{code},{end},"
            i = next(i for i, line in enumerate(lines) if line.startswith(key))
            lines[i] = text
            item = "energy_kwh" if reason in ("BAD_NUMBER", "NEGATIVE_VALUE") else ""
            self.answers.add("reject", "ops.reject", pollutant_code=item, reason=reason, file=path,
                             record_no=str(i + 1), note=note)

        if day.day == 11:
            spoil("EX002-MP1", "2024-03-11T08:15", "EX002-MP1,2024-03-11T08:15,1O4.2", "BAD_NUMBER",
                  "letter O; one value, the record counts")
            spoil("EX003-ME1", "2024-03-11T09:30", "EX003-ME1,2024-03-11T09:30,-3.1",
                  "NEGATIVE_VALUE", "one value; the record counts")
            spoil("EX004-MT", "2024-03-11T10:00", "EX004-MT,2024-03-11T10:00,,9", "WRONG_COLUMN_COUNT",
                  "four cells instead of three")
            spoil("EX005-MT", "2024-03-11T10:15", "EX005-MT,2024-13-11T10:15,51.2", "BAD_TIME",
                  "there is no month 13")
        if day.day == 13:
            lines += lines[200:204]  # exact repetitions

    # ------------------------------------------------------------------ outlets

    def write_outlets(self):
        self.stack = Stack(self.recordings)
        self.rng = random.Random(SEED + 1)
        self.received = {}  # (outlet, factor, hour) -> (fields, file, record number)
        for day in DAYS:
            for feed_no in ("01", "02", "03"):
                self.write_hj212(day, feed_no)
        self.judge()

    def hj212_path(self, day, feed_no):
        arrival = LATE[2] if (feed_no, day) == LATE[:2] else day + timedelta(days=1)
        plain = {"01": (1, 15), "02": (4, 10), "03": (1, 2, 3)}[feed_no]
        if feed_no == "02" and day.day in plain:
            ending = ".log"
        else:
            ending = ".txt" if day.day in plain else ".txt.gz"
        return f"hj212/{arrival}/hj212_{day:%Y%m%d}_{feed_no}{ending}"

    def write_hj212(self, day, feed_no):
        path = self.hj212_path(day, feed_no)
        outlets = [o for o in OUTLETS if o.feed_no == feed_no]
        has_receipt = feed_no == "01" or feed_no == "02" and day >= date(2024, 3, 16)
        line_end = {"01": b"\n", "02": b"\r\n", "03": b""}[feed_no]
        is_damaged = (feed_no, day) == DAMAGED
        out = []
        record_no = 0
        in_hour = Counter()

        def put(content, at, end=line_end):
            nonlocal record_no
            record_no += 1
            prefix = b""
            if has_receipt:  # two minutes past the hour, one packet every few seconds
                t = at + timedelta(hours=1, seconds=120 + 8 * in_hour[at],
                                   milliseconds=self.rng.randint(0, 7999))
                in_hour[at] += 1
                prefix = (t.isoformat(timespec="milliseconds") + "+08:00\t").encode()
            out.append(prefix + content + end)

        def reject(reason, note):
            self.answers.add("reject", "ops.reject", reason=reason, file=path,
                             record_no=str(record_no), note=note)

        for h in range(24):
            at = datetime.combine(day, datetime.min.time()) + timedelta(hours=h)
            if is_damaged and h in GARBAGE:
                put(GARBAGE[h], at)
                reject("NO_FRAME", "no frame in this line")
            for outlet in outlets:
                parts = frames_of(outlet, at, self.stack.hours[outlet.code, at], self.rng)
                damage = DAMAGES.get((outlet.code, h)) if is_damaged else None
                for i, (content, factors) in enumerate(parts):
                    if damage and i == len(parts) - 1:
                        content, reason, note = damaged(content, damage)
                        put(content, at, b"" if damage == "cut_off" else line_end)
                        reject(reason, f"{outlet.code} {label(at)}: {note}")
                        continue
                    bad_max = (outlet.code, at) == ("EX003-DA001", hour("20T08"))
                    if bad_max:
                        content = with_bad_maximum(content)
                    put(content, at)
                    if bad_max:
                        self.answers.add(
                            "reject", "ops.reject", code=outlet.code, pollutant_code=TEMPERATURE,
                            hour_start=label(at), reason="BAD_NUMBER", file=path,
                            record_no=str(record_no),
                            note="a01012-Max=9x.9: one value, the rest of the packet counts")
                    for f in factors:
                        self.received[outlet.code, f, at] = (
                            self.stack.hours[outlet.code, at][f], path, str(record_no))
            if feed_no == "02" and day in UNKNOWN_MN[1]:
                put(self.unknown_frame(at), at)
            if (feed_no, day) == REPEATED[:2]:
                for repeat_hour, code in REPEATED[2]:
                    if repeat_hour == h:  # the newest frame of that outlet once more
                        again = next(c for c in reversed(out)
                                     if OUTLET[code].mn_on(day).encode() in c)
                        record_no += 1
                        out.append(again)
        if feed_no == "02" and day in UNKNOWN_MN[1]:
            self.answers.add(
                "unknown_outlet", "source.unknown_outlet", code=UNKNOWN_MN[0],
                hour_start=f"{day}T00:00", value="24", file=path,
                note="value = packets of the data day")
        if (feed_no, day) == LATE[:2]:
            self.answers.add(
                "late_file", "ops.landing_file", hour_start=f"{day}T00:00", file=path,
                note=f"data of {day} arrive in the folder of {LATE[2]}")
        if is_damaged:
            rejects = sum(r["kind"] == "reject" and r["file"] == path for r in self.answers.rows)
            assert 0 < rejects < 0.2 * record_no, (rejects, record_no)
        self.land(path, b"".join(out))

    def unknown_frame(self, at):
        fields = {NOX: {"Avg": "41.20", "Flag": "N"}, O2: {"Avg": "6.90", "Flag": "N"}}
        groups = ";".join(group(f, v) for f, v in fields.items())
        sent = (at + timedelta(hours=1, seconds=45)).strftime("%Y%m%d%H%M%S") + "000"
        return frame(f"QN={sent};ST=31;CN=2061;PW=123456;MN={UNKNOWN_MN[0]};Flag=4;"
                     f"CP=&&DataTime={at:%Y%m%d%H%M%S};{groups}&&")

    def judge(self):
        """Works out what the source tables must say about the hours that were received."""
        outcome = Counter()
        for (code, factor, at), (fields, path, record_no) in sorted(self.received.items()):
            where = dict(code=code, pollutant_code=factor, hour_start=label(at), file=path,
                         record_no=record_no)
            note = "; ".join(self.stack.notes.get((code, factor, at), ()))
            limit = self.hour_limit(code, factor, at.date())
            reason = self.why_unjudgeable(code, factor, at, fields, limit)
            if reason:
                outcome[reason] += 1
                self.answers.add("unjudgeable", "source.outlet_hour", reason=reason,
                                 note=note or self.mark_on(code, factor, at), **where)
                continue
            value = self.judged_value(code, at, fields, limit)
            if code == STANDARDS_ONLY[0] and factor in STANDARDS_ONLY[1]:
                for v in (fields["Avg"], fields["ZsAvg"]):
                    assert v < STANDARDS_ONLY[1][factor], (code, factor, at, v)
            if limit is None:
                continue
            bound = Fraction(limit[2])
            if value > bound:
                outcome["exceedance"] += 1
                is_computed = limit[6] and "ZsAvg" not in fields
                basis = ("ZS_COMPUTED" if is_computed else "ZS_AVG") if limit[6] else "AVG"
                self.answers.add(
                    "exceedance", "source.exceedance_hour",
                    value=shown(value, 10) if is_computed else str(
                        fields["ZsAvg" if limit[6] else "Avg"]),
                    limit_value=limit[2], times_over=shown(value / bound - 1, 8),
                    note=f"{basis}; {'planted: ' + note if note else 'recorded series'}", **where)
        self.outcome = outcome

    def hour_limit(self, code, factor, day):
        rows = [r for r in self.limits
                if r[0] == code and r[1] == factor and r[5] == "hour"
                and date.fromisoformat(r[8]) <= day
                and (not r[9] or day <= date.fromisoformat(r[9]))]
        assert len(rows) <= 1, rows
        has_permits = OUTLET[code].medium == "gas" and code != STANDARDS_ONLY[0]
        assert rows or not (has_permits and factor in (SO2, NOX, PM, CO, HCL)), (code, factor, day)
        return rows[0] if rows else None

    def mark_on(self, code, factor, at):
        """Kind of the mark that touches the hour, or an empty text."""
        for outlet, pollutant, kind, starts, ends, _ in MARKS:
            if outlet == code and pollutant in ("", factor):
                begins_before_hour_ends = datetime.fromisoformat(starts) < at + timedelta(hours=1)
                if begins_before_hour_ends and (not ends or datetime.fromisoformat(ends) > at):
                    return kind
        return ""

    def why_unjudgeable(self, code, factor, at, fields, limit):
        reasons = []
        if fields["Flag"] != "N":
            reasons.append("FLAG_NOT_NORMAL")
        if self.mark_on(code, factor, at):
            reasons.append("MARKED")
        if fields["Avg"] == "":
            reasons.append("VALUE_MISSING")
        needs_oxygen = factor == O2 or limit and limit[6]
        if not reasons and needs_oxygen and self.oxygen(code, at) >= 21:
            reasons.append("O2_OUT_OF_RANGE")
        # No hour has two reasons, so their order does not matter to the key.
        assert len(reasons) <= 1, (code, factor, at, reasons)
        return reasons[0] if reasons else None

    def oxygen(self, code, at):
        fields = self.received[code, O2, at][0]
        assert fields["Flag"] == "N"
        return fields["Avg"]

    def judged_value(self, code, at, fields, limit):
        if limit is None or not limit[6]:
            return Fraction(fields["Avg"])
        if "ZsAvg" in fields:
            return Fraction(fields["ZsAvg"])
        return (Fraction(fields["Avg"]) * (21 - Fraction(limit[6]))
                / (21 - Fraction(self.oxygen(code, at))))

    # ------------------------------------------------------------------ real packets

    def write_real_packets(self):
        path = "hj212/real/packets_real.txt"
        lines = []
        known = {device for o in OUTLETS for device, _, _ in o.mns}
        seen = Counter()
        for line_no, packet in enumerate(self.recordings.packets(), 1):
            if "declared_len" not in packet:
                continue  # lines 30 and 31: texts without a frame, see README.md
            lines.append(packet["packet"])
            record_no = str(len(lines))
            text = f"line {line_no} of the recording"
            if not packet["len_ok"] or not packet["crc_ok"]:
                reason = "CRC_MISMATCH" if packet["len_ok"] else "LENGTH_MISMATCH"
                self.answers.add("reject", "ops.reject", code=packet["head"]["MN"], reason=reason,
                                 file=path, record_no=record_no,
                                 note=f"{text}: declared {packet['declared_len']} "
                                      f"{packet['crc_declared']}, is {packet['actual_len']} "
                                      f"{packet['crc_computed']}")
                continue
            head = packet["head"]
            assert head["MN"] not in known
            time = next((g["DataTime"] for g in packet["cp"] if "DataTime" in g), None)
            if head["CN"] not in ("2011", "2031", "2051", "2061") or time is None:
                self.answers.add(
                    "other_command", "ops.landing_file", code=head["MN"], file=path,
                    record_no=record_no,
                    note=f"{text}: CN {head['CN']}"
                         + (", a request without DataTime" if head["CN"][0] == "2" else ""))
                continue
            day = datetime.strptime(time[:8], "%Y%m%d").date()
            if head.get("ST") != "21":  # stations of surface water are no outlets
                seen[head["MN"], day] += 1
            numbers = re.findall(r"-(?:Zs)?(?:Rtd|Min|Avg|Max|Cou)=([^,;&]*)", packet["packet"])
            assert all(re.fullmatch(r"[+-]?\d+(\.\d+)?|", n) for n in numbers), (line_no, numbers)
        for (code, day), count in seen.items():
            self.answers.add("unknown_outlet", "source.unknown_outlet", code=code,
                             hour_start=f"{day}T00:00", value=str(count), file=path,
                             note="value = packets of the data day")
        self.land(path, "".join(line + "\r\n" for line in lines).encode())


def damaged(content, how):
    """The frame as it lands, the reason it must be refused with, and what was done."""
    data = content[6:-4]
    if how == "flip_digit":
        at = data.index(b"-Avg=") + 5
        other = b"7" if data[at:at + 1] != b"7" else b"3"
        return content[:6] + data[:at] + other + data[at + 1:] + content[-4:], "CRC_MISMATCH", \
            "one digit changed on the way"
    if how == "wrong_length":
        return b"##%04d" % (len(data) + 9) + content[6:], "LENGTH_MISMATCH", \
            f"declares {len(data) + 9}, holds {len(data)}; the CRC is right"
    if how == "no_mn":
        return frame(re.sub(r"MN=[^;]*;", "", data.decode())), "NO_MN", \
            "length and CRC right, no MN"
    if how == "bad_time":
        return frame(re.sub(r"DataTime=\d{8}", "DataTime=20240230", data.decode())), "BAD_TIME", \
            "length and CRC right, 30 February"
    assert how == "cut_off"
    return content[:len(content) // 2], "TRUNCATED", "the file ends in the middle of the frame"


def with_bad_maximum(content):
    """A packet, right in length and CRC, in which one number is none."""
    data = re.sub(r"a01012-Max=[^,;&]*", "a01012-Max=9x.9", content[6:-4].decode())
    assert "9x.9" in data
    return frame(data)


def day_means(in_force, station, day):
    """Item -> (daily mean as a fraction or None, note). Twenty valid hours make a mean; O3 as the
    largest mean of eight hours ending at labels 8 to 24, GB 3095-2012 table 4, HJ 663-2013."""
    start = datetime.combine(day, datetime.min.time())
    hours = [in_force[station, start + timedelta(hours=h)] for h in range(24)]

    def column(i):
        return [None if row is None or row[i] is None else Fraction(row[i]) for row in hours]

    means = {}
    for i, item in enumerate(AIR_ITEMS):
        if item == "o3_ug_m3":
            continue
        valid = [v for v in column(i) if v is not None]
        means[item] = (sum(valid) / len(valid) if len(valid) >= 20 else None,
                       f"{len(valid)} valid hours")
    o3 = column(AIR_ITEMS.index("o3_ug_m3"))
    windows = []
    for end in range(8, 25):
        valid = [v for v in o3[end - 8:end] if v is not None]
        if len(valid) >= 6:
            windows.append(sum(valid) / len(valid))
    largest = max(windows, default=None)
    is_valid = len(windows) >= 14 or largest is not None and largest > 160
    means["o3_8h_ug_m3"] = (largest if is_valid else None, f"{len(windows)} valid windows")
    return means


def meters():
    """Forty meters, four an enterprise. EX001 has two treatments its production depends on."""
    listed = []
    for i, enterprise in enumerate(sorted(ENTERPRISES)):
        roles = METER_ROLES
        if enterprise == "EX001":
            roles = METER_ROLES[:3] + [("treatment", "E2", "120"), ("office", "B", "40")]
        if enterprise == "EX010":
            roles = METER_ROLES[:3]
        for j, (role, suffix, rated) in enumerate(roles):
            code = f"{enterprise}-M{suffix}"
            kw = Decimal(rated) * (10 + i) / 10
            facility = f"{enterprise}-{suffix}"
            depends = [""]
            if role == "production":
                depends = [f"{enterprise}-{s}" for r, s, _ in roles if r == "treatment"]
            listed.append({
                "code": code, "rated": kw, "month": (3 * i + 7 * j + 2) % 12 + 1,
                "rows": [(code, enterprise, role, facility, d, f"{kw:f}", "2023-01-01", "")
                         for d in depends]})
    assert len(listed) == 40 and listed[0]["month"] == 3
    return listed


def meter_series(recordings, meter):
    """Energy of the month's 2,976 intervals: recorded usage times rated power / 800 kW."""
    factor = meter["rated"] / 800
    usages = steel_month(recordings, meter["month"])
    assert len(usages) == 31 * 96
    return [rounded(u * factor, 3) for u in usages]


# ---------------------------------------------------------------------------------- command line


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", required=True, help="folder of the recordings")
    parser.add_argument("--out", default=Path(__file__).parent, type=Path,
                        help="folder to write landing/ and answers.csv to")
    parser.add_argument("--check", action="store_true",
                        help="compare with the files, write nothing")
    arguments = parser.parse_args()
    check_crc()
    city = City(Recordings(arguments.recordings))
    files = city.build()
    out = arguments.out
    there = {p.relative_to(out).as_posix() for p in (out / "landing").rglob("*") if p.is_file()}
    # Other feeds, and registry files of theirs, have scripts of their own.
    stale = sorted(p for p in there - set(files) if re.match("landing/(air/(?!cities/)|hj212|power)/", p))
    if arguments.check:
        different = [p for p in sorted(files)
                     if not (out / p).is_file() or (out / p).read_bytes() != files[p]]
        for path in stale + different:
            print(f"differs: {path}", file=sys.stderr)
        return 1 if stale or different else 0
    for path in stale:
        (out / path).unlink()
    for path, data in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
    total = sum(len(d) for d in files.values())
    largest = max(files, key=lambda p: len(files[p]))
    print(f"{len(files)} files, {total} bytes; largest {largest} with {len(files[largest])}")
    print(dict(Counter(r["kind"] for r in city.answers.rows)), dict(city.outcome))
    print(Counter((r["code"], r["pollutant_code"]) for r in city.answers.rows
                  if r["kind"] == "exceedance"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
