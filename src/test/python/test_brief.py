"""Every number of the briefs is found in the lake by what is printed beside it: table, condition, column."""
import datetime
import decimal
import html.parser
import re
import unittest

import samplelake as lake

D = decimal.Decimal
BRIEFS = lake.HOME / "target/sample-briefs"
# Looked up in the registry, or told by the source line in words.
NAMES = {"county_name", "enterprise_name", "outlet_name", "kind", "code", "name",
         "stored_days", "drawn_count",  # worked out, as those below: tests of their own
         "that_day", "day_before", "month_before", "year_before"}


class Brief(html.parser.HTMLParser):
    """Tables as (id, column names, rows of cells, source); summary texts; sources of summaries."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.section_sources, self.summaries = [], {}, {}
        self.section, self.table, self.source = None, None, None
        self.text = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "section":
            self.section = attrs["id"]
        elif tag == "table":
            self.table = {"id": attrs["id"], "section": self.section, "columns": [], "rows": [],
                          "source": None}
            self.tables.append(self.table)
        elif tag == "tr" and self.table is not None:
            self.table["rows"].append([])
        elif tag in ("td", "code"):
            self.text = ""
        elif tag == "a" and attrs.get("href", "").startswith("#") and self.source is None:
            self.summary = self.summary or attrs["href"][1:]
        elif tag == "li":
            self.text, self.summary = "", None
            self.source = attrs.get("id", "").removeprefix("source-") or None
        elif tag == "th":
            self.table["columns"].append(attrs["title"])
        elif tag == "sup":
            self.held, self.text = self.text, None

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "td":
            self.table["rows"][-1].append(self.text.strip())
            self.text = None
        elif tag == "sup":
            self.text = self.held
        elif tag == "code" and self.source:
            for table in self.tables:
                if table["id"] == self.source:
                    table["source"] = self.text.strip()
            self.section_sources[self.source.removeprefix("summary-")] = self.text.strip()
        elif tag == "table":
            self.table["rows"] = [r for r in self.table["rows"] if r]
        elif tag == "li" and not self.source:
            self.summaries[self.summary] = self.text
            self.text = None


def sources(text):
    """Tables with the condition that stands behind them: `a.b, x = 1; c.d, y = 2`, the last for all."""
    found, general = {}, []
    for part in text.split("; "):
        table, _, condition = part.partition(",")
        table = table.split(":")[0].strip()
        if re.fullmatch(r"[a-z]+\.[a-z_]+", table):
            found[table] = sql(condition)
        elif re.fullmatch(r"data_day = \S+", part):
            general.append(sql(part))
    return {t: " AND ".join(filter(None, [c, *general])) or "TRUE" for t, c in found.items()}


def sql(condition):
    condition = re.sub(r"\bfrom (\S+) to (\S+)", r"BETWEEN \1 AND \2", condition.strip())
    parts = [p.strip() for p in condition.split(", ") if p.strip()]
    quoted = [re.sub(r"(=|<>) (.+)$", r"\1 '\2'", p) for p in parts if re.search(r"=|<>|BETWEEN", p)]
    return " AND ".join(re.sub(r"(\d{4}-\d\d-\d\d)(?!')", r"DATE '\1'", q) if "BETWEEN" in q else q
                        for q in quoted)


def number(value):
    """None for a text that is no number, such as zone 4a beside zone 0."""
    try:
        return D(str(value))
    except decimal.InvalidOperation:
        return None


class EveryNumber(unittest.TestCase):
    def test_every_cell_with_a_number_stands_in_a_table_its_source_names(self):
        connection = lake.duck()
        checked = 0
        for day in ("2024-03-15", "2024-03-25"):
            page = Brief((BRIEFS / f"brief-{day}.html").read_text(encoding="utf-8"))
            self.assertGreaterEqual(len(page.tables), 5)
            for table in page.tables:
                self.assertIsNotNone(table["source"], table["id"])
                if table["id"].endswith("late"):
                    continue  # hours of three kinds of sender: the test below
                for at, printed in enumerate(table["columns"]):
                    cells = [r[at] for r in table["rows"] if re.fullmatch(r"-?[\d.]+", r[at])]
                    if printed in NAMES or not cells:
                        continue
                    checked += self.check(connection, table, printed, cells)
        self.assertGreater(checked, 150)

    def check(self, connection, table, printed, cells):
        column, _, more = printed.partition(", ")
        found = []
        for name, condition in sources(table["source"]).items():
            stored = [c[0] for c in connection.execute(
                f"DESCRIBE SELECT * FROM delta_scan('{lake.path(name)}')").fetchall()]
            if column not in stored:
                continue
            where = " AND ".join(filter(None, [condition, sql(more)]))
            found += [v for (v,) in connection.execute(
                f"SELECT \"{column}\" FROM delta_scan('{lake.path(name)}') WHERE {where}").fetchall()
                if v is not None]
        self.assertTrue(found, (table["id"], printed, table["source"]))
        left = list(found)
        for cell in cells:
            places = len(cell.partition(".")[2])
            same = [v for v in left if number(v) is not None and number(v).quantize(
                D(1).scaleb(-places), decimal.ROUND_HALF_EVEN) == D(cell)]
            self.assertTrue(same, (table["id"], printed, cell, found[:20]))
            left.remove(same[0])
        return len(cells)

    def test_the_hours_of_late_stations_are_those_of_their_best_item(self):
        page = Brief((BRIEFS / "brief-2024-03-15.html").read_text(encoding="utf-8"))
        late = next(t for t in page.tables if t["id"] == "table-late")
        self.assertIn("air.station_day: most of *_valid_hours of 24", late["source"])
        connection, checked = lake.duck(), 0
        for row in late["rows"]:
            cells = dict(zip(late["columns"], row))
            if not cells["code"].startswith("TA"):
                continue
            hours = connection.execute(
                "SELECT greatest(so2_valid_hours, no2_valid_hours, co_valid_hours, o3_valid_hours, "
                "pm10_valid_hours, pm2_5_valid_hours) FROM "
                f"delta_scan('{lake.path('air.station_day')}') "
                "WHERE data_day = DATE '2024-03-15' AND station_code = ?", [cells["code"]]).fetchone()
            self.assertEqual((cells["due_hours"], cells["received_hours"]), ("24", str(hours[0])))
            checked += 1
        self.assertGreater(checked, 3)

    def test_days_in_store_are_those_since_the_batch_came_in(self):
        page = Brief((BRIEFS / "brief-2024-03-25.html").read_text(encoding="utf-8"))
        stored = next(t for t in page.tables if t["id"] == "all-waste_storage")
        for row in stored["rows"]:
            cells = dict(zip(stored["columns"], row))
            since = datetime.date.fromisoformat(cells["stored_since"])
            self.assertEqual(int(cells["stored_days"]), (datetime.date(2024, 3, 25) - since).days)
        self.assertTrue(stored["rows"])

    def test_draws_have_as_many_places_as_are_stored(self):
        page = Brief((BRIEFS / "brief-2024-03-25.html").read_text(encoding="utf-8"))
        draws = next(t for t in page.tables if t["id"] == "all-draws")
        for row in draws["rows"]:
            cells = dict(zip(draws["columns"], row))
            (places,) = lake.duck().execute(
                f"SELECT count(*) FROM delta_scan('{lake.path('enforce.draw')}') WHERE draw_no = ?",
                [cells["draw_no"]]).fetchone()
            self.assertEqual(int(cells["drawn_count"]), places)
        self.assertTrue(draws["rows"])

    def test_figures_beside_other_days_are_those_of_their_days(self):
        page = Brief((BRIEFS / "brief-2024-03-25.html").read_text(encoding="utf-8"))
        rows = next(t for t in page.tables if t["id"] == "table-comparison")["rows"]
        counts = {"全市AQI": ("air.area_day", "any_value(aqi)", "area_kind = 'city' AND area_code = '370900'"),
                  "全市PM₂.₅": ("air.area_day", "round_even(any_value(pm2_5_ug_m3), 0)::INT",
                              "area_kind = 'city' AND area_code = '370900'"),
                  "超标小时": ("source.exceedance_hour", "count(*)", "TRUE"),
                  "日均值超标": ("source.outlet_day", "count(*)", "is_day_above_limit"),
                  "新线索": ("lead.lead", "count(*)", "TRUE")}
        for name, (table, figure, condition) in counts.items():
            row = next(r for r in rows if r[0].startswith(name))
            self.assertEqual(row[4:], ["—", "—"], "the sample has neither last month nor last year")
            for cell, day in zip(row[2:], ("2024-03-25", "2024-03-24")):
                (stored,) = lake.duck().execute(
                    f"SELECT {figure} FROM delta_scan('{lake.path(table)}') "
                    f"WHERE data_day = DATE '{day}' AND {condition}").fetchone()
                self.assertEqual(cell, str(stored), (name, day))

    def test_figures_of_the_summary_name_their_tables_and_columns(self):
        page = Brief((BRIEFS / "brief-2024-03-25.html").read_text(encoding="utf-8"))
        tables = {p.parent.name + "." + p.name for p in lake.LAKE.glob("*/*") if p.is_dir()}
        for section, text in page.summaries.items():
            self.assertRegex(text, r"\d", section)
            source = page.section_sources[section]
            named = re.findall(r"\b(?:air|water|noise|ground|waste|enforce|plan|source|lead|diesel|pool|registry|ops)\.[a-z_]+", source)
            self.assertTrue(named, section)
            self.assertLessEqual(set(named), tables | {"ops.data_check"}, section)


if __name__ == "__main__":
    unittest.main()
