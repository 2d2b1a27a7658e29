"""DuckDB, delta-rs and Polars read every result table as Spark does: rows, values, sums, times."""
import decimal
import unittest

import duckdb
import polars
import pyarrow.compute
import sqlalchemy

import samplelake as lake

WIDE = pyarrow.decimal128(38, 10)


def same(a, b):
    if a is None or b is None:
        return a is None and b is None
    return decimal.Decimal(str(a)) == decimal.Decimal(str(b))


def moment(value):
    return None if value is None else str(value).split(".")[0]


class Readers(unittest.TestCase):
    maxDiff = None

    def check(self, read):
        """`read(table, kind, column)` gives the figure of one reader."""
        checked = 0
        for table, figures in lake.figures().items():
            for name, expected in figures.items():
                with self.subTest(table=table, figure=name):
                    kind, _, column = name.rpartition(" ")
                    found = read(table, kind or ("rows" if name == "rows" else "count"), column)
                    if kind == "max":
                        self.assertEqual(moment(found), expected)
                    else:
                        self.assertTrue(same(found, expected), f"{found} is not {expected}")
                    checked += 1
        self.assertGreater(checked, 500)

    def test_delta_rs(self):
        tables = {t: lake.arrow(t) for t in lake.figures()}

        def read(table, kind, column):
            data = tables[table]
            if kind == "rows":
                return data.num_rows
            values = data[column]
            if kind == "count":
                return len(values) - values.null_count
            if kind == "max":
                return pyarrow.compute.max(values).as_py()
            if pyarrow.types.is_decimal(values.type) and values.type.scale > WIDE.scale:
                # As Spark and DuckDB cast to fewer decimals, value by value.
                values = pyarrow.compute.round(values, WIDE.scale, "half_towards_infinity")
            return pyarrow.compute.sum(pyarrow.compute.cast(values, WIDE)).as_py()

        self.check(read)

    def test_duckdb(self):
        self.duckdb(lake.duck(), lambda table: f"delta_scan('{lake.path(table)}')")

    def test_duckdb_by_its_views(self):
        with duckdb.connect(lake.LAKE / "dawen.duckdb", read_only=True) as connection:
            self.duckdb(connection, lambda table: table)

    def test_duckdb_engine_that_superset_uses(self):
        engine = sqlalchemy.create_engine(
            f"duckdb:///{lake.LAKE / 'dawen.duckdb'}", connect_args={"read_only": True})
        inspector = sqlalchemy.inspect(engine)
        schemas = {s.removeprefix("dawen.") for s in inspector.get_schema_names()}
        for table in lake.figures():
            schema, _, name = table.partition(".")
            self.assertIn(schema, schemas)
            self.assertIn(name, inspector.get_view_names(schema))
        self.assertIn("每日一行", inspector.get_table_comment("area_day", schema="air")["text"])
        comments = {c["name"]: c["comment"] for c in inspector.get_columns("area_day", schema="air")}
        self.assertTrue(comments["area_code"].startswith("区域代码"), comments)
        with engine.connect() as connection:
            rows = connection.execute(sqlalchemy.text("SELECT count(*) FROM air.area_day")).scalar()
            self.assertEqual(rows, int(lake.figures()["air.area_day"]["rows"]))
            with self.assertRaises(sqlalchemy.exc.ProgrammingError):
                connection.execute(sqlalchemy.text("CREATE TABLE t (i INT)"))
        engine.dispose()

    def duckdb(self, connection, rows_of):
        answers = {}
        for table, figures in lake.figures().items():
            asked = []
            for name in figures:
                kind, _, column = name.rpartition(" ")
                asked.append(
                    "count(*)" if name == "rows"
                    else f'count("{column}")' if not kind
                    else f'max("{column}")' if kind == "max"
                    else f'sum(CAST("{column}" AS DECIMAL(38,10)))')
            row = connection.execute(
                f"SELECT {', '.join(asked)} FROM {rows_of(table)}").fetchone()
            answers[table] = dict(zip(figures, row))

        def read(table, kind, column):
            return answers[table][
                "rows" if kind == "rows" else column if kind == "count" else f"{kind} {column}"]

        self.check(read)

    def test_polars(self):
        tables = {t: polars.scan_delta(lake.path(t)).collect() for t in lake.figures()}

        def read(table, kind, column):
            data = tables[table]
            if kind == "rows":
                return data.height
            values = data[column]
            if kind == "count":
                return values.len() - values.null_count()
            if kind == "max":
                return values.max()
            if values.null_count() == values.len():
                return None
            return values.cast(polars.Decimal(38, 10)).sum()

        self.check(read)


if __name__ == "__main__":
    unittest.main()
