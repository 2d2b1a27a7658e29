#!/usr/bin/env python3
"""Builds treatment and retirements of the sample city and the answer key to them.

    python3 build_treatment.py [--check]

Writes the packets of inlets and of ammonia of EX001-DA001 in landing/hj212/treatment/, treatment_links.csv,
machines.csv, old_trucks.csv and retirement_targets.csv in landing/registry/, and answers_treatment.csv beside
this file. Inlets are invented: what the outlet sends in landing/hj212, times a factor. Answers are worked out
here with fractions, not by the program that the samples test; the output depends on the landed files alone.
Run it after build_samples.py, which clears landing/hj212, and after build_power.py.
"""

import argparse
import csv
import gzip
import io
import re
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path

import build_samples

from written import put

HERE = Path(__file__).resolve().parent
LANDING = HERE / "landing"
OUTLET, MN = "EX001-DA001", "3709025A4D0000000001DA01"
METER, RATED_KW = "EX001-ME1", 160
DAYS = [date(2024, 3, d) for d in range(24, 29)]
REFERENCE_O2 = Fraction(6)
NOX_LIMIT = Fraction(50)
SLIP_LIMIT = Fraction("2.5")  # HJ 562-2010, recalled
DESIGN = {"a21026": Fraction(97), "a21002": Fraction(80)}

LINKS = """outlet_code,pollutant_code,inlet_codes,inlet_device_no,facility_code,treatment_process,design_removal_percent,removal_basis,document_no,valid_from,valid_to
EX001-DA001,a21026,,01,EX001-E1,fgd,97,mass,EX001-2022-001P,2024-03-24,2024-03-28
EX001-DA001,a21002,,01,EX001-E2,scr,80,concentration,EX001-2022-001P,2024-03-24,2024-03-28
"""

TARGETS = """area_code,subject_kind,year,most_stage,target_count,due_on,document_no
370900,machine,2024,国一,1147,2024-12-31,泰环境发〔2024〕8号
370902,machine,2024,国一,12,2024-12-31,示例〔2024〕2号
370900,truck,2024,国三,40,2024-12-31,示例〔2024〕2号
"""


def fields(pollutants):
    """What the outlet itself sends, by hour: (mean, converted mean) of a pollutant, oxygen, flow in m³."""
    hours = {}
    for day in DAYS:
        arrived = LANDING / "hj212" / (day + timedelta(days=1)).isoformat()
        for path in sorted(arrived.iterdir()):
            data = path.read_bytes()
            text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("ascii")
            for packet in re.finditer(MN + r";.*?DataTime=(\d{14});(.*?)&&", text):
                at = datetime.strptime(packet[1][:10], "%Y%m%d%H")
                said = dict(re.findall(r"([\w-]+)=([^,;&]*)", packet[2]))
                hours[at] = {
                    **{p: (Decimal(said[p + "-Avg"]), Decimal(said[p + "-ZsAvg"])) for p in pollutants},
                    "o2": Decimal(said["a19001-Avg"]), "m3": Decimal(said["a00000-Cou"])}
    assert len(hours) == 24 * len(DAYS), len(hours)
    return hours


def hours_on(day):
    """Hours in which the meter of the facility draws more than 5 % of its rating."""
    energy = defaultdict(Decimal)
    for path in (LANDING / "power").rglob("*.csv.gz"):
        for row in csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8-sig"))):
            if row.get("meter_code") == METER and row["energy_kwh"]:
                start = datetime.fromisoformat(row["interval_end"]) - timedelta(minutes=15)
                if start.date() == day:
                    energy[start.hour] += Decimal(row["energy_kwh"])
    return sorted(h for h, kwh in energy.items() if kwh * 100 > RATED_KW * 5)


def plan(hours, on):
    """Per hour: factors of the inlet over the outlet, ammonia, and what is left out of the packet."""
    for at in sorted(hours):
        so2, nox, nh3, left_out = Decimal(80), Decimal(8), Decimal("1.2"), ()
        near = [h for h in range(24) if 40 <= hours[at.replace(hour=h)]["a21002"][1] <= 50]
        if at.day == 25 and 10 <= at.hour <= 15:
            so2 = Decimal(20)
        if at.day == 26 and at.hour in near[:5]:
            nh3 = Decimal("4.1")
        if at.day == 27 and at.hour in on[:5]:
            so2 = Decimal("1.5")
        if at.day == 28:
            so2 = Decimal("0.5") if at.hour == 5 else so2
            left_out = {3: ("g12201",), 7: ("g11901", "g12001"), 9: ("g12101",)}.get(at.hour, ())
        yield at, so2, nox, nh3, left_out


def built(hours, on):
    """Packets by day, and what they say by hour."""
    files, said = defaultdict(list), {}
    for at, so2, nox, nh3, left_out in plan(hours, on):
        own = hours[at]
        values = {
            "g11901": (own["a21026"][0] * so2).quantize(Decimal("0.01"), ROUND_HALF_EVEN),
            "g12001": (own["a21002"][0] * nox).quantize(Decimal("0.01"), ROUND_HALF_EVEN),
            "g12101": own["o2"] - Decimal("0.50"),
            "g12201": (own["m3"] * Decimal("0.95")).quantize(Decimal("1"), ROUND_HALF_EVEN),
            "a21001": nh3,
        }
        values = {f: v for f, v in values.items() if f not in left_out}
        said[at] = values
        groups = ";".join(f"{f}-Avg={v},{f}-Flag=N" for f, v in values.items())
        qn = (at + timedelta(hours=1, seconds=40)).strftime("%Y%m%d%H%M%S000")
        files[at.date()].append(build_samples.frame(
            f"QN={qn};ST=31;CN=2061;PW=123456;MN={MN};Flag=4;CP=&&DataTime={at:%Y%m%d%H}0000;{groups}&&"))
    return {
        f"hj212/treatment/treatment_{day:%Y%m%d}.txt.gz":
            build_samples.gzipped(b"".join(line + b"\r\n" for line in lines))
        for day, lines in files.items()}, said


def converted(mean, o2):
    return Fraction(mean) * (21 - REFERENCE_O2) / (21 - Fraction(o2))


def removals(hours, said):
    """(hour, pollutant) → (inlet, outlet), or the reason why there is none."""
    found = {}
    for at, own in sorted(hours.items()):
        inlet = said[at]
        if "g11901" not in inlet:
            found[at, "a21026"] = "INLET_NOT_RECEIVED"
        elif "g12201" not in inlet:
            found[at, "a21026"] = "FLOW_MISSING"
        else:
            found[at, "a21026"] = (
                Fraction(inlet["g11901"]) * Fraction(inlet["g12201"]), Fraction(own["a21026"][0]) * Fraction(own["m3"]))
        if "g12001" not in inlet:
            found[at, "a21002"] = "INLET_NOT_RECEIVED"
        elif "g12101" not in inlet:
            found[at, "a21002"] = "O2_MISSING"
        else:
            found[at, "a21002"] = (converted(inlet["g12001"], inlet["g12101"]), Fraction(own["a21002"][1]))
    return found


def four(number):
    """Half to even at four decimals."""
    whole, rest = divmod(number * 10000, 1)
    up = rest > Fraction(1, 2) or rest == Fraction(1, 2) and whole % 2 == 1
    return str((Decimal(int(whole) + up) / 10000).quantize(Decimal("0.0001")))


def percent(inlet, outlet):
    return 100 * (1 - outlet / inlet)


def treatment_answers(hours, said, on):
    rows, below = [], defaultdict(list)
    sums = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for (at, pollutant), found in sorted(removals(hours, said).items()):
        reason = found if isinstance(found, str) else "INLET_BELOW_OUTLET" if found[0] < found[1] else None
        rows.append(("no_removal" if reason else "removal_hour", OUTLET, pollutant, at.isoformat(timespec="minutes"),
                     reason or four(percent(*found))))
        if not isinstance(found, str):
            sums[at.date(), pollutant][0] += found[0]
            sums[at.date(), pollutant][1] += found[1]
            if reason or percent(*found) < DESIGN[pollutant] - 1:
                below[at.date(), pollutant].append((at, Fraction(-1) if reason else percent(*found)))
    for (day, pollutant), both in sorted(sums.items()):
        rows.append(("removal_day", OUTLET, pollutant, day.isoformat(), four(percent(*both))))
    found_days = {}
    for (day, pollutant), low in sorted(below.items()):
        if len(low) >= 4:
            found_days[day] = 1
            rows.append(("REMOVAL_BELOW_DESIGN", OUTLET, pollutant, day.isoformat(), len(low)))
        idle = [at for at, share in low if share < DESIGN[pollutant] / 2 and at.hour in on(day)]
        if pollutant == "a21026" and len(idle) >= 3:
            rows.append(("TREATMENT_WITHOUT_LOAD", OUTLET, pollutant, day.isoformat(), len(idle)))
    for day in DAYS:
        dosed = [at for at in sorted(said) if at.date() == day and Fraction(said[at]["a21001"]) > SLIP_LIMIT
                 and NOX_LIMIT * Fraction(8, 10) <= Fraction(hours[at]["a21002"][1]) <= NOX_LIMIT]
        if len(dosed) >= 3:
            found_days[day] = 1
            rows.append(("SLIP_WITH_NOX_NEAR_LIMIT", OUTLET, "a21001", day.isoformat(), len(dosed)))
    days = sorted(found_days)
    rows.append(("weak_facility", OUTLET, "", days[0].isoformat(), f"{days[-1].isoformat()} {len(days)}"))
    return rows


KINDS = ["挖掘机", "装载机", "叉车", "推土机", "压路机"]
COUNTIES = ["370902", "370911", "370921", "370923", "370982", "370983"]


def machines():
    """40 machines, of which 30 are retired, and four of them doubtfully; two at work."""
    rows = []
    for i in range(30):
        month, day = 1 + i % 3, 3 + 7 * i % 25
        rows.append([f"3-TA{i:04d}", KINDS[i % 5], "国零" if i % 4 == 0 else "国一", f"示例机械{1 + i % 7}公司",
                     COUNTIES[i % 6], f"2024-{month:02d}-{day:02d}", ("scrapped", "sold_out", "报废", "rebuilt")[i % 4],
                     f"示例证明-{i:04d}"])
    rows[4][7] = ""                                                     # no proof
    rows.append([rows[9][0].lower(), *rows[9][1:5], "2024-03-20", *rows[9][6:]])   # the same machine again
    rows.append(["3-TA0900", "挖掘机", "国三", "示例机械3公司", "370911", "2013-06-30", "scrapped", "示例证明-0900"])
    rows.append(["3-TA0901", "叉车", "国二", "示例机械4公司", "370921", "2024-02-11", "scrapped", "示例证明-0901"])
    rows.append(["3-TA0902", "叉车", "国一", "王某示例", "370982", "", "", ""])     # still at work
    rows.append(["3-TA0903", "装载机", "国一", "示例机械5公司", "370983", "", "", ""])
    return rows


def trucks():
    rows = [[f"LTOLDTRUCK{i:07d}", f"鲁J9{i:04d}", "国三", f"示例运输{1 + i % 3}公司", COUNTIES[i % 6],
             f"2024-{1 + i % 3:02d}-{5 + i:02d}", "scrapped", f"示例注销-{i:03d}"] for i in range(6)]
    # Its remote OBD sends on 12 March: landing/obd.
    rows.append(["LTASAMPLE00000003", "鲁J00003", "国三", "示例运输1公司", "370923", "2024-02-20", "scrapped", "示例注销-900"])
    return rows


def retirement_answers(machine_rows, truck_rows):
    rows = []
    for subject, table, most in (("machine", machine_rows, ("国零", "国一")), ("truck", truck_rows, ("国三",))):
        first = {}
        for row in sorted((r for r in table if r[5]), key=lambda r: r[5]):
            first.setdefault(row[0].upper(), row)
        for area in ["370900", *COUNTIES]:
            # Only the city's targets and that of 370902 name a stage.
            has_target = area == "370900" or area == "370902" and subject == "machine"
            counted = [r for r in first.values() if area in (r[4], "370900") and r[5] >= "2024"
                       and (not has_target or r[2] in most)]
            to_date = sum(r[5] < "2024-04" for r in counted)
            if any(area in (r[4], "370900") for r in first.values() if r[5] >= "2024"):
                rows.append(("retired_to_date", area, subject, "2024-03-01", to_date))
    rows += [
        ("RETIRED_WITHOUT_PROOF", "3-TA0004", "machine", machine_rows[4][5], ""),
        ("RETIRED_TWICE", "3-ta0009", "machine", "2024-03-20", ""),
        ("RETIRED_BEFORE_STAGE", "3-TA0900", "machine", "2013-06-30", ""),
        ("RETIRED_BUT_SENDING", "LTASAMPLE00000003", "truck", "2024-03-12", ""),
    ]
    return rows


def table(heading, rows):
    return build_samples.table_bytes(heading, rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--recordings", help="not needed: what is landed already is read")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    options = parser.parse_args()
    hours = fields(["a21026", "a21002"])
    on_of_day = {day: hours_on(day) for day in DAYS}
    packets, said = built(hours, on_of_day[date(2024, 3, 27)])
    machine_rows, truck_rows = machines(), trucks()
    landing = {
        **packets,
        "registry/treatment_links.csv": LINKS.encode(),
        "registry/retirement_targets.csv": TARGETS.encode(),
        "registry/machines.csv": table(
            "machine_code,kind,emission_stage,owner,county_code,retired_on,retire_kind,proof_no", machine_rows),
        "registry/old_trucks.csv": table(
            "vin,plate,emission_stage,owner,county_code,retired_on,retire_kind,proof_no", truck_rows),
    }
    files = {LANDING / name: content for name, content in landing.items()}
    files[HERE / "answers_treatment.csv"] = table(
        "kind,code,of,at,value",
        treatment_answers(hours, said, lambda day: on_of_day[day]) + retirement_answers(machine_rows, truck_rows))
    put(files, options.check)


if __name__ == "__main__":
    main()
