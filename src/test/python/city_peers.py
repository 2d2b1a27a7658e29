"""What Polars does of a city's night, from the Parquet files of the received tables.

python city_peers.py FOLDER: FOLDER has landing/ and lake/. Prints a line a question: its name, a tab, seconds (the better of two).
"""
import pathlib
import sys
import time

import polars as pl

AT = pathlib.Path(sys.argv[1])


def table(name):
    return pl.scan_parquet(str(AT / "lake" / name / "**" / "*.parquet"))


def registry(name):
    return pl.scan_csv(AT / "landing/registry" / f"{name}.csv", infer_schema_length=10_000)


def exceedances():
    limits = registry("limits").select(
        "outlet_code", pl.col("pollutant_code").alias("factor_code"), pl.col("limit_value").cast(pl.Float64))
    return (
        table("received/hj212")
        .filter((pl.col("command_code") == "2061") & (pl.col("data_flag").fill_null("N") == "N"))
        .join(registry("outlets").select("outlet_code", "mn"), on="mn")
        .join(limits, on=["outlet_code", "factor_code"])
        .filter(pl.coalesce("zs_avg_value", "avg_value").cast(pl.Float64) > pl.col("limit_value"))
        .select(pl.len())
        .collect()
    )


def air_days():
    hour = pl.col("hour_start").dt.hour()
    o3 = pl.col("o3_ug_m3").cast(pl.Float64)
    eight = (
        table("received/air")
        .sort("station_code", "hour_start")
        .with_columns(
            s8=o3.rolling_mean(8, min_samples=6).over("station_code", "data_day"), h=hour)
    )
    items = ["so2_ug_m3", "no2_ug_m3", "co_mg_m3", "pm10_ug_m3", "pm2_5_ug_m3"]
    return (
        eight.group_by("station_code", "data_day")
        .agg(*[pl.col(i).cast(pl.Float64).mean() for i in items],
             pl.col("s8").filter(pl.col("h") >= 7).max().alias("o3"))
        .select(pl.len(), pl.col("o3").sum())
        .collect()
    )


def treatment_off():
    meters = registry("meters").select(
        "meter_code", "enterprise_code", "role", "facility_code", "depends_on_facility_code",
        pl.col("rated_kw").cast(pl.Float64))
    pairs = meters.filter(pl.col("role") == "production").join(
        meters, left_on="depends_on_facility_code", right_on="facility_code", suffix="_t")
    sent = table("received/power").select(
        "meter_code", "interval_end", "data_day", pl.col("energy_kwh").cast(pl.Float64) * 4)
    return (
        pairs.join(sent, on="meter_code")
        .join(sent.rename({"energy_kwh": "kw_t"}), left_on=["meter_code_t", "interval_end"],
              right_on=["meter_code", "interval_end"])
        .filter((pl.col("energy_kwh") > 0.1 * pl.col("rated_kw")) & (pl.col("kw_t") < 0.1 * pl.col("rated_kw_t")))
        .group_by("enterprise_code", "data_day")
        .agg((pl.len() * 15).alias("minutes"))
        .select(pl.len(), pl.col("minutes").sum())
        .collect()
    )


for name, question in (("exceedances", exceedances), ("air days", air_days), ("treatment off", treatment_off)):
    best = None
    for _ in range(2):
        start = time.perf_counter()
        answer = question()
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
    print(f"Polars, {name}: {answer.row(0)}", file=sys.stderr)
    print(f"{name}\t{best:.3f}")
