"""A registry file that openpyxl saved as a workbook gives the rows of the same file as CSV."""
import collections
import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import openpyxl
import samplelake as lake
from deltalake import DeltaTable

CSV = """outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no,valid_from
00371,a21026,35.5,mg/m3,hour,6,P-1,2024-03-01
00372,a21002,8.7,mg/m3,day,9,P-2,2024-04-01
"""
QUESTION = (
    "SELECT outlet_code, pollutant_code, limit_value, unit, period, reference_o2_percent, document_no, valid_from,"
    " record_no FROM registry.limit ORDER BY record_no"
)


def dawen(*words):
    return subprocess.run([lake.HOME / "dawen", *map(str, words)], capture_output=True, text=True)


def headings(table):
    """The Chinese terms as `./dawen registry template` prints them."""
    printed = dawen("registry", "template").stdout
    part = printed[printed.index(f"# registry/{table} "):]
    chinese = next(l for l in part.splitlines() if l.startswith("# in Chinese: "))
    names = part.split(chinese + "\n", 1)[1].splitlines()[0]
    return dict(zip(names.split(","), chinese[len("# in Chinese: "):].split(",")))


def typed(cell):
    """The cell as a spreadsheet stores what is typed into it; nothing that would lose digits or zeros."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", cell):
            return datetime.datetime.fromisoformat(cell)
    except ValueError:  # 30 February is a text to a spreadsheet, too
        return cell
    if re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d+)?", cell):
        return float(cell) if "." in cell else int(cell)
    return cell or None


def save_as_workbook(path):
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    book = openpyxl.Workbook()
    for no, row in enumerate(csv.reader(text.splitlines())):
        book.active.append([typed(c) for c in row] if no else row)
    book.save(path.with_suffix(".xlsx"))
    path.unlink()


def contents(folder):
    """The rows of each table as if all files were named .csv; without what tells about runs."""
    tables = {}
    for log in sorted(pathlib.Path(folder).glob("*/*/_delta_log")):
        name = f"{log.parent.parent.name}.{log.parent.name}"
        if name not in ("ops.landing_file", "ops.job_run"):
            rows = DeltaTable(str(log.parent)).to_pyarrow_table().to_pylist()
            tables[name] = collections.Counter(
                tuple(f"{c}={v}".replace(".xlsx", ".csv").rstrip(",") for c, v in sorted(row.items())) for row in rows
            )
    return tables


class Workbooks(unittest.TestCase):
    def rows(self, folder, name, write):
        registry = pathlib.Path(folder, "landing/registry")
        registry.mkdir(parents=True)
        write(registry / name)
        options = ["--landing", f"{folder}/landing", "--lake", f"{folder}/lake"]
        night = dawen("nightly", *options)
        self.assertEqual(night.returncode, 0, night.stderr)
        answer = dawen("sql", QUESTION, "--format", "csv", "--lake", f"{folder}/lake")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return answer.stdout

    def test_a_workbook_with_chinese_headings_gives_the_rows_of_the_csv(self):
        chinese = headings("limits.csv")

        def write(path):
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.append([chinese[n] for n in CSV.splitlines()[0].split(",")])
            sheet.append([371, "a21026", 35.5, "mg/m3", "hour", 6, "P-1", datetime.date(2024, 3, 1)])
            sheet.append([372, "a21002", 8.7, "mg/m3", "day", 0.09, "P-2", "2024-04-01"])
            sheet["A2"].number_format = sheet["A3"].number_format = "00000"
            sheet["F3"].number_format = "0%"
            book.save(path)

        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            of_book = self.rows(one, "limits.xlsx", write)
            self.assertEqual(of_book, self.rows(other, "limits.csv", lambda p: p.write_text(CSV)))
            self.assertEqual(len(of_book.splitlines()), 3)

    def test_the_samples_saved_as_workbooks_give_the_same_tables(self):
        with tempfile.TemporaryDirectory() as folder:
            landing = pathlib.Path(folder, "landing")
            shutil.copytree(lake.HOME / "data-samples/landing", landing)
            files = [f for feed in ("registry", "pool", "ground", "waste") for f in (landing / feed).rglob("*.csv")]
            self.assertGreater(len(files), 40)
            for file in files:
                save_as_workbook(file)
            night = dawen("nightly", "--landing", landing, "--lake", f"{folder}/lake")
            self.assertEqual(night.returncode, 0, night.stderr)
            of_books, of_csv = contents(f"{folder}/lake"), contents(lake.LAKE)
            self.assertEqual(of_books.keys(), of_csv.keys())
            for table, rows in of_csv.items():
                self.assertTrue(of_books[table] == rows, f"{table}: {list((of_books[table] - rows))[:2]}")

    def test_a_formula_that_nothing_has_computed_is_refused_with_its_row(self):
        with tempfile.TemporaryDirectory() as folder:
            registry = pathlib.Path(folder, "landing/registry")
            registry.mkdir(parents=True)
            book = openpyxl.Workbook()
            book.active.append(["month", "last_entry_no"])
            book.active.append(["2024-03", "=8+9"])
            book.active.append(["2024-04", 30])
            book.save(registry / "pool_closings.xlsx")
            check = dawen("registry", "check", "--landing", f"{folder}/landing", "--lake", f"{folder}/none")
            self.assertIn("pool_closings.xlsx", check.stdout)
            self.assertIn("a formula that was never computed", check.stdout)
            self.assertEqual(check.returncode, 4, check.stdout)


if __name__ == "__main__":
    unittest.main()
