"""The sample lake, opened by the readers that docs/querying.md names."""
import json
import os
import pathlib

import duckdb
import duckdb_extension_delta
from deltalake import DeltaTable

HOME = pathlib.Path(__file__).resolve().parents[3]
LAKE = pathlib.Path(os.environ.get("DAWEN_LAKE", HOME / "target/sample-lake"))
FIGURES = HOME / "target/sample-figures.json"


def figures():
    return json.loads(FIGURES.read_text())


def path(table):
    return str(LAKE / table.replace(".", "/"))


def duck():
    """DuckDB with its delta extension from the package: nothing is fetched from a network."""
    connection = duckdb.connect()
    folder = pathlib.Path(duckdb_extension_delta.__file__).parent / "extensions"
    extension = next(folder.rglob("delta.duckdb_extension"))
    connection.execute(f"LOAD '{extension}'")
    return connection


def arrow(table):
    return DeltaTable(path(table)).to_pyarrow_table()
