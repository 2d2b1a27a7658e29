"""The released feed opens in openpyxl with the right types, and its CSV says what the tables say."""
import csv
import datetime
import decimal
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import warnings

import openpyxl

import samplelake as lake

FEED = pathlib.Path(lake.HOME / "target/sample-feed/2024-03/r1")


class Feed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore", UserWarning)
        cls.manifest = json.loads((FEED / "manifest.json").read_text())
        cls.book = openpyxl.load_workbook(FEED / "dawen-2024-03-r1.xlsx")

    def test_the_workbook_has_a_sheet_a_table_with_frozen_headings(self):
        titles = [t["title"] for t in self.manifest["tables"]]
        self.assertEqual(self.book.sheetnames, ["说明"] + titles)
        for title in titles:
            self.assertEqual(self.book[title].freeze_panes, "B4")

    def test_cells_have_the_types_of_their_columns(self):
        for table in self.manifest["tables"]:
            rows = json.loads((FEED / f"{table['name']}.json").read_text(),
                              parse_float=decimal.Decimal)
            sheet = self.book[table["title"]]
            names = [c.value for c in sheet[3]]
            self.assertEqual(names, [c["name"] for c in table["columns"]])
            for row, cells in zip(rows, sheet.iter_rows(min_row=4)):
                for name, cell in zip(names, cells):
                    value = row[name]
                    if value is None:
                        self.assertIsNone(cell.value)
                    elif isinstance(value, bool):
                        self.assertIs(cell.value, value)
                    elif isinstance(value, (int, decimal.Decimal)):
                        self.assertAlmostEqual(float(value), float(cell.value), places=9)
                        self.assertNotEqual(cell.data_type, "s")
                    elif isinstance(cell.value, datetime.datetime):
                        self.assertIn(value, (str(cell.value), str(cell.value.date())))
                    else:
                        self.assertEqual(cell.data_type, "s")

    @unittest.skipUnless(shutil.which("soffice"), "no LibreOffice here")
    def test_libreoffice_opens_it_and_keeps_every_value_and_type(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user",
                 "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder,
                 FEED / "dawen-2024-03-r1.xlsx"], check=True, capture_output=True, timeout=180)
            saved = openpyxl.load_workbook(f"{folder}/dawen-2024-03-r1.xlsx")
        self.assertEqual(saved.sheetnames, self.book.sheetnames)
        compared = 0
        for sheet in self.book:
            for row in sheet.iter_rows():
                for cell in row:
                    other = saved[sheet.title][cell.coordinate]
                    # LibreOffice keeps a truth as a truth and saves it as =TRUE() or =FALSE().
                    truths = {"=TRUE()": ("b", True), "=FALSE()": ("b", False)}
                    kept = truths.get(other.value, (other.data_type, other.value))
                    self.assertEqual((cell.data_type, cell.value), kept,
                                     (sheet.title, cell.coordinate))
                    compared += 1
        self.assertGreater(compared, 5000)

    def test_every_number_of_the_csv_stands_in_the_table_it_names(self):
        connection = lake.duck()
        for table in self.manifest["tables"]:
            text = (FEED / f"{table['name']}.csv").read_text(encoding="utf-8-sig")
            rows = list(csv.reader(text.splitlines()))
            self.assertEqual(len(rows) - 1, table["row_count"])
            if "count(" in table["rows_of"]:
                self.check_counts(connection, table, rows)
                continue
            stored = {c[0] for c in connection.execute(
                f"DESCRIBE SELECT * FROM delta_scan('{lake.path(table['table'])}')").fetchall()}
            for column in table["columns"]:
                at = [h.rsplit(" ", 1)[1] for h in rows[0]].index(column["name"])
                if column["name"] not in stored or table["row_count"] == 0:
                    continue
                found = connection.execute(
                    f"SELECT sum(TRY_CAST(\"{column['name']}\"::VARCHAR AS DECIMAL(38,10))) "
                    f"FROM delta_scan('{lake.path(table['table'])}') WHERE {self.condition(table)}"
                ).fetchone()[0]
                told = sum((number(r[at]) for r in rows[1:]), decimal.Decimal(0))
                self.assertEqual(decimal.Decimal(found or 0), told, (table["name"], column["name"]))

    def check_counts(self, connection, table, rows):
        """A table of counts: as many by each of its other columns that the table has."""
        counted = table["rows_of"].rsplit(", ", 1)[1]
        by = [c["name"] for c in table["columns"] if c["name"] in ("county_code", "worst_class")]
        found = connection.execute(
            f"SELECT {', '.join(by)}, {counted} FROM delta_scan('{lake.path(table['table'])}') "
            f"WHERE {self.condition(table)} GROUP BY ALL").fetchall()
        names = [h.rsplit(" ", 1)[1] for h in rows[0]]
        told = [[r[names.index(n)] for n in by] + [int(r[-1])] for r in rows[1:]]
        self.assertGreater(len(told), 0)
        self.assertCountEqual(told, [[c or "" for c in f[:-1]] + [f[-1]] for f in found])

    @staticmethod
    def condition(table):
        condition = table["rows_of"].split(", ", 1)[1].split(", count(")[0]
        return re.sub(r"(\d{4}-\d\d-\d\d)", r"DATE '\1'", condition)


def number(text):
    try:
        value = decimal.Decimal(text)
        return value if value.is_finite() else decimal.Decimal(0)
    except decimal.InvalidOperation:
        return decimal.Decimal(0)


if __name__ == "__main__":
    unittest.main()
