"""Every number of the site's pages is found in the lake by the source that stands below it.

The pages are read in a browser by SiteInBrowserTest, which leaves what it saw in target/."""
import datetime
import decimal
import json
import re
import unittest

import samplelake as lake

D = decimal.Decimal
NUMBERS = lake.HOME / "target/sample-site-numbers.json"
SITE = lake.HOME / "target/sample-site"


def read(file):
    """The tables of a file of data, each as its columns."""
    text = file.read_text(encoding="utf-8")
    tables = json.loads(text[text.index(",") + 1:text.rindex(")")])
    return {name: {c: values(v) for c, v in t["c"].items()} for name, t in tables.items()}


def values(column):
    """As dawen.values of site/store.js does it."""
    if isinstance(column, list):
        return column
    (kind, runs), = column.items()
    if kind == "p":
        forms, packets = runs
        return [p if not isinstance(p, list) else
                "".join(a + b for a, b in zip(forms[p[0]].split("¤"), [*p[1].split("|"), ""])) for p in packets]
    if kind == "r":
        return [v for i in range(0, len(runs), 2) for v in [runs[i]] * runs[i + 1]]
    count_on = {
        "i": lambda first, steps: first + steps,
        "d": lambda first, steps: str(datetime.date.fromisoformat(first) + datetime.timedelta(steps)),
        "t": lambda first, steps: str(datetime.datetime.fromisoformat(first) + datetime.timedelta(minutes=steps))[:16],
    }[kind]
    return [None if runs[i] is None else count_on(runs[i], runs[i + 1] * k)
            for i in range(0, len(runs), 3) for k in range(runs[i + 2])]


def sql(source):
    """`a.b, x = 1, y = 2` as a table and a condition."""
    table, *conditions = source.split(", ")
    return table, " AND ".join(
        re.sub(r" = (.+)$", lambda m: " = '" + m[1].replace("'", "''") + "'", c) for c in conditions) or "TRUE"


def is_shown_as(stored, shown):
    """True if a stored number is shown with these digits, half to even."""
    if stored is None or shown is None:
        return stored is shown
    try:
        places = len(shown.partition(".")[2])
        return D(str(stored)).quantize(D(1).scaleb(-places), decimal.ROUND_HALF_EVEN) == D(shown)
    except decimal.InvalidOperation:
        return str(stored) == shown


class EveryNumber(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = json.loads(NUMBERS.read_text(encoding="utf-8"))
        cls.duck = lake.duck()

    def rows(self, table, condition, columns):
        names = ", ".join(f'"{c}"' for c in columns)
        return self.duck.execute(
            f"SELECT {names} FROM delta_scan('{lake.path(table)}') WHERE {condition}").fetchall()

    def test_the_numbers_of_a_row_are_those_of_one_stored_row(self):
        checked = 0
        for name, page in self.pages.items():
            for table in page["found"]["tables"]:
                stored_in, condition = sql(table["source"])
                columns = sorted({c["column"] for r in table["rows"] for c in r if c.get("value") and c.get("column")})
                if not columns:
                    continue
                left = self.rows(stored_in, condition, columns)
                for row in table["rows"]:
                    # A cell without a number stands for a null.
                    shown = {c["column"]: c.get("value") for c in row if c.get("column") in columns}
                    same = [s for s in left if all(is_shown_as(s[columns.index(c)], v) for c, v in shown.items())]
                    self.assertTrue(same, (name, table["id"], table["source"], shown))
                    left.remove(same[0])
                    checked += len(shown)
        self.assertGreater(checked, 1500)

    def test_what_a_cell_shows_is_the_number_it_holds(self):
        for name, page in self.pages.items():
            for table in page["found"]["tables"]:
                for cell in (c for r in table["rows"] for c in r if c.get("value") and c.get("column")):
                    if cell["column"] == "times_over_limit" and D(cell["value"]) < 0:
                        self.assertIn("未超标", cell["text"])
                        continue
                    if cell["column"] == "target_value":
                        continue  # with its comparison sign
                    self.assertIn(cell["value"], cell["text"], (name, table["id"], cell))

    def test_the_map_shows_the_index_the_hours_and_the_leads_of_its_day(self):
        index = dict(self.rows("air.area_day", "data_day = '2024-03-21' AND basis = 'stations' AND area_kind = 'county'",
                               ["area_code", "aqi"]))
        shown = {k: int(v.split()[0]) for k, v in self.pages["day"]["found"]["map"].items()}
        self.assertEqual(shown, index)
        hours = [c for (c,) in self.rows("source.exceedance_hour", "data_day = '2024-03-03'", ["county_code"])]
        shown = self.pages["day-exceedances"]["found"]["map"]
        self.assertEqual({k: int(v) for k, v in shown.items()}, {k: hours.count(k) for k in shown})
        self.assertGreater(len(hours), 3)
        day = datetime.date(2024, 3, 31)
        leads = [c for c, first, closed in self.rows("lead.lead", "TRUE", ["county_code", "data_day", "closed_day"])
                 if first <= day and (closed is None or closed > day)]
        shown = self.pages["day-leads"]["found"]["map"]
        self.assertEqual({k: int(v) for k, v in shown.items()}, {k: leads.count(k) for k in shown})
        self.assertEqual(self.pages["day-leads"]["found"]["headline"][3], str(len(leads)))

    def test_the_calendar_shows_the_index_of_each_day(self):
        for page, condition in (("day", "area_kind = 'city'"), ("county", "area_code = '370902'")):
            stored = {d.isoformat(): a for d, a in self.rows(
                "air.area_day", f"basis = 'stations' AND {condition} AND class_name IS NOT NULL", ["data_day", "aqi"])}
            shown = {d: int(v.split()[0]) for d, v in self.pages[page]["found"]["calendar"].items()}
            self.assertEqual(shown, stored)
            self.assertGreater(len(shown), 25)

    def test_every_hour_has_the_packet_that_says_its_mean(self):
        found = said = 0
        for file in sorted((SITE / "data/packet").glob("*/2024-03.js")):
            packet = read(file)["packet"]
            texts = dict(zip(zip(packet["data_time"], packet["file_id"], packet["record_no"]), packet["text"]))
            hours = self.rows("source.outlet_hour", f"outlet_code = '{file.parent.name}' AND file_id IS NOT NULL "
                              "AND data_day BETWEEN DATE '2024-03-01' AND DATE '2024-03-31'",
                              ["hour_start", "file_id", "record_no", "pollutant_code", "avg_value"])
            for hour, name, record, code, mean in hours:
                text = texts[(str(hour)[:16], name, record)]
                found += 1
                sent = re.search(rf"[;,&]{code}-Avg=([-\d.]+)", text)
                if sent and mean is not None:
                    self.assertEqual(D(sent[1]), mean, (text, code))
                    said += 1
        self.assertGreater(found, 50_000)
        self.assertGreater(said, 50_000)


if __name__ == "__main__":
    unittest.main()
