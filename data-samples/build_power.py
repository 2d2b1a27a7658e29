#!/usr/bin/env python3
"""Electricity of the sample city: treatment that follows production, and the cases planted in it.

Used by build_samples.py, which lands the files; the recordings are its matter. Everything here is
deterministic. Powers are shares of the rated power; a quarter of an hour is one interval.
"""

import csv
import io
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

START = datetime(2024, 3, 1)
ALERT = (datetime(2024, 3, 25, 12), datetime(2024, 3, 27, 8))

# Meters beside those of build_samples.py: code, enterprise, role, facility, depends on, rated kW,
# rolls over at kWh, constant load, valid from, valid to.
PACKET_MN = "3709825A4D0000000010DB01"
MORE_METERS = [
    ("EX010-MB", "EX010", "office", "EX010-B", "", "76", "1000000", "", "2023-01-01", ""),
    ("EX002-MP2", "EX002", "production", "EX002-P2", "", "100", "", "", "2024-03-19", "2024-03-21"),
    (PACKET_MN + "-d201", "EX010", "production", "EX010-P2", "EX010-E2", "100", "", "", "2024-03-21",
     "2024-03-21"),
    (PACKET_MN + "-d301", "EX010", "treatment", "EX010-E2", "", "20", "", "", "2024-03-21",
     "2024-03-21"),
]
NIGHT_SHUTDOWN = {"EX005-MP1"}

PLANS = [
    ("EX001", "orange", "cut", "30", "EX001-MP1"),
    ("EX002", "orange", "cut", "", "EX002-MP1"),
    ("EX003", "orange", "cut", "20", "EX003-MP1"),
    ("EX004", "orange", "stop", "", "EX004-MP1"),
    ("EX005", "orange", "cut", "30", ""),
    ("EX006", "orange", "cut", "25", "EX006-MP1;EX006-MP9"),
    ("EX007", "yellow", "cut", "10", "EX007-MP1"),
    ("EX008", "orange", "stop", "", "EX008-MP1"),
    ("EX009", "orange", "cut", "20", "EX009-MP1"),
]
# Share of its usual energy a production meter has in the hours of the orange alert.
IN_ALERT = {"EX001-MP1": "0.55", "EX003-MP1": "0.95", "EX004-MP1": "0.01", "EX009-MP1": "0.7"}

WORK_ORDERS = [
    # lead, opened, due, closed, result
    ("EX003/TREATMENT_NOT_RUNNING/2024-03-12", "2024-03-13", "2024-03-27", "2024-03-25",
     "fan motor tripped, repaired; fined"),
    ("EX007/STOPPED_BUT_RUNNING/2024-03-16", "2024-03-17", "2024-03-24", "2024-03-28",
     "line 2 had run on; corrected"),
    ("EX010/TREATMENT_NOT_RUNNING/2024-03-20", "2024-03-21", "2024-03-31", "", ""),
]
CASES = [
    # case, day, county, off site, lead
    ("2024-TS-017", "2024-03-06", "370902", "false", ""),
    ("2024-DY-008", "2024-03-26", "370911", "true", "EX003/TREATMENT_NOT_RUNNING/2024-03-12"),
    ("2024-DP-004", "2024-03-29", "370923", "true", "EX007/STOPPED_BUT_RUNNING/2024-03-16"),
    ("2024-DY-009", "2024-03-14", "370911", "false", ""),
    ("2024-NY-002", "2024-03-19", "370921", "false", ""),
]


def at(text):
    return datetime.strptime(f"2024-03-{text}", "%Y-%m-%d %H:%M")


def index(moment):
    """Place of the interval that begins at a moment."""
    return int((moment - START).total_seconds()) // 900


def rounded(value):
    return value.quantize(Decimal("0.001"), ROUND_HALF_EVEN)


def wobble(code, i):
    """97 to 103 %, the same at every run."""
    seed = sum(ord(c) for c in code) * 7919 + i * 104729
    return Decimal(97 + seed % 7) / 100


def follow(production, rated_production, rated_treatment, code):
    """A treatment unit that runs when its line does: a quarter of its rating and with the load."""
    on_above = rated_production * 9 / 100 / 4
    energies = []
    for i, energy in enumerate(production):
        if energy > on_above:
            load = energy * 4 / rated_production
            share = (Decimal("0.25") + Decimal("0.75") * load) * wobble(code, i)
        else:
            share = Decimal("0.02")
        energies.append(rounded(rated_treatment / 4 * share))
    return energies


class Electricity:
    """The month's series with what is planted in them, and the answers."""

    def __init__(self, series, meters):
        self.rated = {m["code"]: m["rated"] for m in meters}
        self.series = dict(series)
        self.missing = set()  # (meter, place) of intervals nobody sent
        self.answers = []
        self._reduce_in_alert()
        for m in meters:
            code = m["code"]
            if "-ME" in code:
                line = code.split("-")[0] + "-MP1"
                self.series[code] = follow(
                    self.series[line], self.rated[line], self.rated[code], code)
        self._plant()

    def _reduce_in_alert(self):
        for code, share in IN_ALERT.items():
            values = list(self.series[code])
            for i in range(index(ALERT[0]), index(ALERT[1])):
                values[i] = rounded(values[i] * Decimal(share))
            self.series[code] = values

    def _scale(self, code, first, last, share_of_rated=None, times=None):
        values = list(self.series[code])
        for i in range(index(first), index(last)):
            values[i] = rounded(
                self.rated[code] / 4 * share_of_rated if times is None else values[i] * times)
        self.series[code] = values

    def _anomaly(self, rule, subject, first, last):
        self.answers.append(("anomaly", rule, subject, f"{first:%Y-%m-%dT%H:%M}",
                             f"{last:%Y-%m-%dT%H:%M}"))

    def _plant(self):
        off = Decimal("0.01")
        self._scale("EX003-ME1", at("12 09:00"), at("12 11:30"), off)
        self._anomaly("TREATMENT_OFF", "EX003-E1", at("12 09:00"), at("12 11:30"))
        self._scale("EX006-ME1", at("18 22:30"), at("19 01:30"), off)
        self._anomaly("TREATMENT_OFF", "EX006-E1", at("18 22:30"), at("19 01:30"))
        # The first three quarters in which the line is on, the last two before it stops.
        start = self._first_on("EX004-MP1", at("20 06:00"))
        self._scale("EX004-ME1", start, start + timedelta(minutes=45), off)
        self._anomaly("LATE_START", "EX004-E1", start, start + timedelta(minutes=45))
        stop = self._first_off("EX007-MP1", at("25 14:00"))
        self._scale("EX007-ME1", stop - timedelta(minutes=30), stop, off)
        self._anomaly("EARLY_STOP", "EX007-E1", stop - timedelta(minutes=30), stop)
        self._scale("EX010-ME1", at("20 14:00"), at("20 16:00"), times=Decimal("0.35"))
        self._anomaly("UNDER_LOAD", "EX010-E1", at("20 14:00"), at("20 16:00"))
        self._scale("EX009-ME1", at("11 09:00"), at("11 10:00"), times=Decimal(4))
        self._anomaly("IMPLAUSIBLE_POWER", "EX009-ME1", at("11 09:00"), at("11 10:00"))
        # As recorded: a site that must stop at night works on until midnight and after.
        self._anomaly("NIGHT_PRODUCTION", "EX005-MP1", at("19 22:00"), at("20 00:45"))
        self._anomaly("NIGHT_PRODUCTION", "EX005-MP1", at("23 22:00"), at("23 23:30"))
        self._lose("EX002-MB", at("10 06:00"), at("10 09:00"))
        self._lose("EX008-MB", at("14 10:00"), at("15 20:00"))
        self._lose("EX009-MP1", at("26 10:00"), at("26 16:00"))

    def _lose(self, code, first, last):
        self.missing |= {(code, i) for i in range(index(first), index(last))}
        self._anomaly("METER_OFFLINE", code, first, last)

    def _is_on(self, code, i):
        return self.series[code][i] * 4 > self.rated[code] / 10

    def _first_on(self, code, moment):
        i = index(moment)
        while not self._is_on(code, i):
            i += 1
        return START + timedelta(minutes=15 * i)

    def _first_off(self, code, moment):
        i = index(moment)
        while self._is_on(code, i):
            i += 1
        return START + timedelta(minutes=15 * i)


def meter_rows(rows):
    """Rows of meters.csv with the columns of electricity and the meters beside."""
    night = [(*r[:6], "", "", "true" if r[0] in NIGHT_SHUTDOWN else "", *r[6:]) for r in rows]
    return night + [(*r[:8], "", *r[8:]) for r in MORE_METERS]


METER_HEADINGS = ("meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,"
                  "rolls_over_at_kwh,is_constant_load,is_night_shutdown,valid_from,valid_to")


def table(headings, rows):
    out = io.StringIO()
    out.write(headings + "\n")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def files(frame):
    """Files of the landing folder beside the intervals, by path; answers as a list."""
    answers = []
    landed = {
        "registry/response_plans.csv": table(
            "enterprise_code,level,action,cut_percent,meter_codes,valid_from,valid_to",
            [(*p, "2024-01-01", "") for p in PLANS]),
        "registry/alerts.csv": table(
            "level,starts_at,ends_at,area_code",
            [("orange", f"{ALERT[0]:%Y-%m-%dT%H:%M}", f"{ALERT[1]:%Y-%m-%dT%H:%M}", "370900"),
             ("yellow", "2024-03-31T00:00", "", "370923")]),
        "registry/holidays.csv": table(
            "holiday_day,name,is_workday",
            [("2024-04-04", "清明节", "false"), ("2024-04-05", "清明节", "false"),
             ("2024-04-06", "清明节", "false"), ("2024-04-07", "清明节调休", "true")]),
        "registry/meter_changes.csv": table(
            "meter_code,changed_at,last_register_kwh,first_register_kwh",
            [("EX010-MB", "2024-03-22T10:30", "2073", "2")]),
        "registry/work_orders.csv": table(
            "lead_id,opened_day,due_day,closed_day,result", WORK_ORDERS),
        "registry/enforcement_cases.csv": table(
            "case_no,case_day,county_code,is_off_site,lead_id", CASES),
        "power/2024-04-01/register_EX010_20240331.csv.gz": register_lines(answers),
        "power/2024-03-22/phases_EX002_20240321.csv.gz": phase_lines(answers),
        "hj212/2024-03-22/hj212_20240321_04.txt": packet_lines(frame),
    }
    return landed, answers


def register_lines(answers):
    """Hourly readings of an office meter: 10 kWh an hour by day, 4 by night."""
    lines = ["meter_code,read_at,register_kwh"]
    register = Decimal(998_800)
    for hour in range(1, 31 * 24 + 1):
        end = START + timedelta(hours=hour)
        if end == at("22 11:00"):
            register = Decimal(7)  # the new meter, put in at 10:30 with 2 kWh
        elif end == at("18 11:00"):
            register -= 50
            answers.append(("anomaly", "REGISTER_BACK", "EX010-MB", "2024-03-18T10:00",
                            "2024-03-18T11:00"))
        else:
            register += 10 if 8 <= (end - timedelta(hours=1)).hour < 18 else 4
        register %= 1_000_000
        if at("27 10:00") < end <= at("27 15:00"):
            continue
        lines.append(f"EX010-MB,{end:%Y-%m-%dT%H:%M},{register}")
    answers.append(("anomaly", "UNCOVERED_ENERGY", "EX010-MB", "2024-03-27T10:00",
                    "2024-03-27T16:00"))
    return "".join(line + "\n" for line in lines).encode()


def phase_lines(answers):
    """A second line of EX002, three days: 12 kW by day, with its phases."""
    lines = ["meter_code,interval_end,energy_kwh,current_a,ua_v,ub_v,uc_v,ia_a,ib_a,ic_a"]
    for i in range(3 * 96):
        begins = at("19 00:00") + timedelta(minutes=15 * i)
        end = begins + timedelta(minutes=15)
        current = Decimal("20.0") + i * 37 % 11 / Decimal(10)
        if at("19 13:00") <= begins < at("19 16:00"):
            current = Decimal("20.5")
        phases = [current, current + Decimal("0.2"), current - Decimal("0.3")]
        volts = ["229.8", "230.1", "230.4"]
        if at("20 10:00") <= begins < at("20 11:00"):
            volts[1] = "61.0"
        energy = rounded(sum(phases) * Decimal("0.23") * Decimal("0.9") / 4)
        lines.append(f"EX002-MP2,{end:%Y-%m-%dT%H:%M},{energy},{current},"
                     + ",".join(volts) + "," + ",".join(str(p) for p in phases))
    answers.append(("anomaly", "CONSTANT_CURRENT", "EX002-MP2", "2024-03-19T13:00",
                    "2024-03-19T16:00"))
    answers.append(("anomaly", "PHASE_LOSS", "EX002-MP2", "2024-03-20T10:00", "2024-03-20T11:00"))
    return "".join(line + "\n" for line in lines).encode()


def packet_lines(frame):
    """One hour of electricity packets, every five minutes: voltages, a current, power."""
    out = []
    for i in range(1, 13):
        moment = at("21 10:00") + timedelta(minutes=5 * i)
        stamp = f"{moment:%Y%m%d%H%M%S}"
        groups = ";".join(
            f"{code}-Rtd={value},{code}-Flag=N"
            for code, value in [
                ("d20101", f"229.{i % 10}"), ("d20201", "230.1"), ("d20301", "230.0"),
                ("d20401", f"90.{i % 10}"), ("d20701", f"60.{i % 10}"),
                ("d30101", "229.9"), ("d30401", "18.2"), ("d30701", f"12.{i % 10}")])
        out.append(frame(f"QN={stamp}000;ST=44;CN=2011;PW=123456;MN={PACKET_MN};Flag=8;"
                         f"CP=&&DataTime={stamp};{groups}&&"))
    return b"".join(line.strip() + b"\r\n" for line in out)


def answers_text(planted):
    """The answer key of electricity and leads, worked out here and by hand (data-samples/README)."""
    rows = sorted(planted)
    day = date(2024, 3, 25)
    verdicts = {"EX001": ["MET"] * 3, "EX002": ["NO_CUT_NAMED"] * 3, "EX003": ["NOT_MET"] * 3,
                "EX004": ["MET"] * 3, "EX005": ["NO_METER"] * 3, "EX006": ["UNKNOWN_METER"] * 3,
                "EX008": ["NOT_MET", "NOT_MET", "MET"],
                "EX009": ["MET", "TOO_LITTLE_COVERAGE", "MET"]}
    for enterprise, of_days in sorted(verdicts.items()):
        for i, verdict in enumerate(of_days):
            rows.append(("response", "orange", enterprise, str(day + timedelta(days=i)), verdict))
    rows.append(("response", "yellow", "EX007", "2024-03-31", "MET"))
    return table("kind,what,subject,starts_at,ends_at", rows)
