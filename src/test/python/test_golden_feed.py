"""Numbers of the golden feed of March, worked out anew from the landing files: no lake, no Spark, no code of Dawen."""
import collections
import csv
import datetime
import decimal
import gzip
import io
import pathlib
import re
import unittest

MISSING = ("", "NA", "-", "—", None)
# Codes of HJ/T 212-2005 beside those of HJ 212-2017.
OLD_CODES = {"a34013": "01", "a21026": "02", "a21002": "03"}
HOME = pathlib.Path(__file__).resolve().parents[3]
LANDING = HOME / "data-samples/landing"
GOLDEN = HOME / "src/test/resources/golden/publish.feed/march"
D = decimal.Decimal


def text_of(path):
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def rows_of(path):
    return list(csv.DictReader(io.StringIO(text_of(path))))


def golden(name):
    """The rows of a golden file, by the columns' names."""
    lines = csv.reader(io.StringIO((GOLDEN / f"{name}.csv").read_text(encoding="utf-8-sig")))
    names = [heading.rsplit(" ", 1)[1] for heading in next(lines)]
    return [dict(zip(names, line)) for line in lines]


def one(rows, **wanted):
    found = [r for r in rows if all(r[k] == v for k, v in wanted.items())]
    assert len(found) == 1, (wanted, len(found))
    return found[0]


def shown(number, places=10):
    with decimal.localcontext(prec=40):
        return str(D(number).quantize(D(1).scaleb(-places), decimal.ROUND_HALF_EVEN))


class Cities(unittest.TestCase):
    """Means and percentiles of the month, from the days of the cities."""

    def test_monthly_means_of_three_cities(self):
        days = rows_of(LANDING / "air/cities/shandong_city_days_202403.csv.gz")
        cities = golden("air_city")
        checked = 0
        for code in ("370100", "370200", "370300"):
            for item in ("pm2_5_ug_m3", "pm10_ug_m3", "so2_ug_m3", "no2_ug_m3"):
                values = [D(d[item]) for d in days if d["city_code"] == code and d[item] not in MISSING]
                told = one(cities, area_code=code, period_kind="month", dust="included")
                with decimal.localcontext(prec=40):
                    mean = sum(values) / len(values)
                self.assertEqual(told[item.replace("_ug", "_mean_ug")], shown(mean), (code, item))
                self.assertEqual(told[item.replace("_ug_m3", "_valid_days")], str(len(values)))
                checked += 1
        self.assertEqual(checked, 12)

    def test_percentiles_of_a_city(self):
        """HJ 663: k = (n - 1) * share, straight between the two values beside it."""
        days = rows_of(LANDING / "air/cities/shandong_city_days_202403.csv.gz")
        told = one(golden("air_city"), area_code="370100", period_kind="month", dust="included")
        for item, share, column in (("co_mg_m3", D("0.95"), "co_p95_mg_m3"),
                                    ("o3_8h_ug_m3", D("0.90"), "o3_8h_p90_ug_m3")):
            values = sorted(D(d[item]) for d in days if d["city_code"] == "370100" and d[item] not in MISSING)
            place = (len(values) - 1) * share
            low = int(place)
            value = values[low] + (values[low + 1] - values[low]) * (place - low)
            self.assertEqual(told[column], shown(value), column)


class Exceedances(unittest.TestCase):
    """The judged value stands in the record that the feed names; the multiple follows from it."""

    def test_every_exceeding_hour_stands_in_the_packet_it_names(self):
        files = {}
        checked = 0
        for row in golden("source_hours"):
            lines = files.setdefault(row["file_id"], text_of(LANDING / row["file_id"]))
            packet = self.packet(lines, int(row["record_no"]))
            hour = datetime.datetime.fromisoformat(row["hour_start"])
            self.assertIn(f"DataTime={hour:%Y%m%d%H%M%S}", packet)
            if row["value_basis"] == "ZS_COMPUTED":
                # GB 13223: measured × (21 - reference oxygen) / (21 - measured oxygen)
                oxygen = self.value(packet, "a19001", "Avg")
                with decimal.localcontext(prec=40):
                    value = (self.value(packet, row["pollutant_code"], "Avg")
                             * (21 - self.reference_oxygen(row)) / (21 - oxygen))
            else:
                name = {"ZS_AVG": "ZsAvg", "AVG": "Avg"}[row["value_basis"]]
                value = self.value(packet, row["pollutant_code"], name)
            self.assertEqual(row["judged_value"], shown(value))
            value, limit = D(row["judged_value"]), D(row["limit_value"])
            if row["lower_limit_value"] == "" and row["times_over_limit"]:
                self.assertEqual(row["times_over_limit"], shown(value / limit - 1, 8))
            checked += 1
        self.assertEqual(checked, 73)

    @staticmethod
    def value(packet, code, name):
        codes = f"(?:{code}|{OLD_CODES.get(code, code)})"
        return D(re.search(rf"[;,]{codes}-{name}=([-0-9.]+)", packet).group(1))

    @staticmethod
    def reference_oxygen(row):
        return next(D(l["reference_o2_percent"]) for l in rows_of(LANDING / "registry/limits.csv")
                    if l["outlet_code"] == row["outlet_code"] and l["reference_o2_percent"]
                    and l["pollutant_code"] == row["pollutant_code"])

    @staticmethod
    def packet(text, record_no):
        """A record is a line; in a file without line ends it is a frame."""
        lines = re.split(r"\r\n|\n|\r", text)
        records = lines if len(lines) > 2 else text.split("##")[1:]
        return records[record_no - 1]

    def test_limits_of_permits_stand_in_the_registry(self):
        limits = rows_of(LANDING / "registry/limits.csv")
        of_permit = [r for r in golden("source_hours") if r["limit_id"].startswith("permit/")]
        self.assertGreater(len(of_permit), 10)
        for row in of_permit:
            document = row["limit_id"].split("/")[1]
            found = [D(l["limit_value"]) for l in limits
                     if l["outlet_code"] == row["outlet_code"] and l["period"] == "hour"
                     and l["pollutant_code"] == row["pollutant_code"] and l["document_no"] == document
                     and l["limit_value"]]
            self.assertIn(D(row["limit_value"]), found, row["limit_id"])


class Accuracy(unittest.TestCase):
    def test_comparisons_due_and_passed_in_the_city(self):
        march = [r for r in rows_of(LANDING / "registry/comparisons.csv")
                 if r["test_day"].startswith("2024-03")]
        passed = [r for r in march if r["passed"] == "true"]
        told = one(golden("source_accuracy"), area_level="city")
        self.assertEqual((told["due_count"], told["passed_count"]),
                         (str(len(march)), str(len(passed))))
        self.assertEqual(told["accuracy_rate_percent"], shown(D(100 * len(passed)) / len(march), 8))


class Pool(unittest.TestCase):
    """Masses of the ledger, entry by entry, up to the end of March."""

    def test_a_county_s_allocations_are_needs_times_the_multiplier(self):
        """Entry 51 asks for 500 t, more than the county has: it is refused and counts for nothing."""
        needs = [(D(r["mass_t"]), D(r["multiplier"]))
                 for p in sorted(LANDING.glob("pool/*/*.csv")) for r in rows_of(p)
                 if (r["kind"], r["county_code"], r["pollutant_code"])
                 == ("ALLOCATE_COUNTY", "370902", "NOx")
                 and r["entry_day"] <= "2024-03-31" and r["entry_no"] != "51"]
        self.assertEqual(needs, [(D(10), 2), (D(3), 2), (D("1.5"), 2)])
        told = one(golden("pool_balance"), county_code="370902", pollutant_code="NOx")
        self.assertEqual(D(told["allocated_t"]), sum(n * m for n, m in needs))

    def test_a_county_s_certified_masses(self):
        certified = sum(D(r["mass_t"]) for p in LANDING.glob("pool/*/*.csv") for r in rows_of(p)
                        if (r["kind"], r["county_code"], r["pollutant_code"])
                        == ("CERTIFY", "370902", "NOx") and r["entry_day"] <= "2024-03-31")
        told = one(golden("pool_balance"), county_code="370902", pollutant_code="NOx")
        self.assertEqual(D(told["certified_t"]), certified)

    def test_every_balance_follows_from_its_parts(self):
        for row in golden("pool_balance"):
            part = {k: D(v) for k, v in row.items() if k.endswith("_t")}
            self.assertEqual(
                part["balance_t"],
                part["retained_t"] + part["transferred_t"] - part["allocated_t"]
                + part["returned_t"] - part["expired_t"] + part["shortfall_t"])


class Ranking(unittest.TestCase):
    def test_ranks_and_distances_follow_from_the_indices(self):
        rows = [r for r in golden("air_ranking") if r["area_kind"] == "county" and r["rank_no"]
                and r["period_kind"] == "month" and r["dust"] == "included"]
        indices = sorted(D(r["index_to_date"]) for r in rows)
        self.assertEqual(len(rows), 7)
        for row in rows:
            index = D(row["index_to_date"])
            self.assertEqual(int(row["rank_no"]), 1 + sum(i < index for i in indices))
            better = [i for i in indices if i < index]
            if better:
                self.assertEqual(D(row["distance_up"]), index - max(better))


class CountyOfOneStation(unittest.TestCase):
    """A county of one station: its month is the mean of that station's valid days."""

    def test_fine_dust_of_a_county_from_the_hours_of_its_station(self):
        hours = collections.defaultdict(dict)
        for path in sorted(LANDING.glob("air/2024-*/*")):
            for row in rows_of(path):
                # A planted line has a cell too many (answers.csv): no value of it counts.
                if None in row:
                    continue
                if row.get("station_code") == "TA004" and row["pm2_5_ug_m3"] not in MISSING:
                    end = datetime.datetime.fromisoformat(row["hour_end"])
                    start = end - datetime.timedelta(hours=1)
                    hours[start.date()][start.hour] = D(row["pm2_5_ug_m3"])
        with decimal.localcontext(prec=40):
            days = {d: sum(v.values()) / len(v) for d, v in hours.items()
                    if len(v) >= 20 and f"{d:%Y-%m}" == "2024-03"}
            mean = sum(days.values()) / len(days)
        told = one(golden("air_county"), area_code="370921", period_kind="month", dust="included")
        self.assertEqual(told["pm2_5_valid_days"], str(len(days)))
        self.assertAlmostEqual(D(told["pm2_5_mean_ug_m3"]), mean, delta=D("0.000000001"))


if __name__ == "__main__":
    unittest.main()
