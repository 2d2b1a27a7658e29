"""DuckDB and Spark give the same rows: for every statement that README and docs show, and of every table."""
import pathlib
import re
import subprocess
import tempfile
import unittest

import samplelake as lake

SHOWN = re.compile(r'^(?:\./)?dawen sql "([^"]*)"', re.MULTILINE)
ROWS = 200


def shown():
    """Statements of the documents; those with an ellipsis stand for any statement."""
    pages = [*lake.HOME.glob("README*.md"), *lake.HOME.glob("docs/**/*.md")]
    found = {s for page in pages for s in SHOWN.findall(page.read_text(encoding="utf8"))}
    return sorted(s for s in found if "…" not in s)


def tables():
    return sorted(".".join(log.parts[-3:-1]) for log in lake.LAKE.glob("*/*/_delta_log"))


def answers(statements, engine):
    with tempfile.TemporaryDirectory() as folder:
        questions = pathlib.Path(folder, "questions.sql")
        questions.write_text(";\n".join(statements) + ";\n", encoding="utf8")
        return subprocess.run(
            [lake.HOME / "dawen", "sql", str(questions), "--engine", engine, "--format", "csv",
             "--lake", str(lake.LAKE)],
            cwd=lake.HOME, capture_output=True, text=True, check=True, encoding="utf8").stdout


class Engines(unittest.TestCase):
    maxDiff = 2000

    def same(self, statements):
        of = [answers(statements, engine).split("\n") for engine in ("duckdb", "spark")]
        self.assertGreater(len(of[0]), len(statements))
        self.assertEqual(sorted(of[0]), sorted(of[1]))

    def test_statements_of_the_documents(self):
        self.assertGreater(len(shown()), 5)
        self.same(shown())

    def test_every_table(self):
        self.assertGreater(len(tables()), 60)
        self.same([f"SELECT * FROM {t} ORDER BY ALL LIMIT {ROWS}" for t in tables()])


if __name__ == "__main__":
    unittest.main()
