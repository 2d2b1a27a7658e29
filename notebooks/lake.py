"""Opens the tables of a lake without Spark, for the notebooks beside it."""
import os
import pathlib

import duckdb
import duckdb_extension_delta
import matplotlib
from deltalake import DeltaTable
from deltalake.exceptions import TableNotFoundError

LAKE = pathlib.Path(os.environ.get("DAWEN_LAKE", pathlib.Path(__file__).parent.parent / "lake"))

# The first of these that the machine has draws Chinese characters.
matplotlib.rcParams["font.sans-serif"] = [
    "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", "Microsoft YaHei", "PingFang SC",
    "SimHei", "DejaVu Sans"]
matplotlib.rcParams["axes.unicode_minus"] = False

# Colours of the AQI classes, HJ 633.
AQI_COLOURS = {"优": "#00e400", "良": "#ffff00", "轻度污染": "#ff7e00", "中度污染": "#ff0000",
               "重度污染": "#99004c", "严重污染": "#7e0023"}


def path(table):
    """Folder of a table named as in SQL: air.area_day."""
    return str(LAKE / table.replace(".", "/"))


def has(table):
    """True if the lake has the table."""
    try:
        DeltaTable(path(table))
        return True
    except TableNotFoundError:
        return False


def pandas(table, columns=None):
    """The table as a data frame; exact decimals become floats, good enough for pictures."""
    data = DeltaTable(path(table)).to_pyarrow_table(columns=columns)
    frame = data.to_pandas()
    for field in data.schema:
        if str(field.type).startswith("decimal"):
            frame[field.name] = frame[field.name].astype(float)
    return frame


def duck():
    """DuckDB that knows every table of the lake as schema.table; decimals stay exact."""
    connection = duckdb.connect()
    folder = pathlib.Path(duckdb_extension_delta.__file__).parent / "extensions"
    connection.execute(f"LOAD '{next(folder.rglob('delta.duckdb_extension'))}'")
    for log in sorted(LAKE.glob("*/*/_delta_log")):
        schema, table = log.parent.parent.name, log.parent.name
        connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
        connection.execute(
            f'CREATE VIEW "{schema}"."{table}" AS SELECT * FROM delta_scan(\'{log.parent}\')')
    return connection
