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
        .filter(pl.col("command_code") == "2061")
        .select("mn", "factors")
        .explode("factors")
        .unnest("factors")
        .filter(pl.col("data_flag").fill_null("N") == "N")
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


def minute_summaries():
    """The figures of DecodedSamples.summariseByDuckDb, from the same rows of a second; written as Parquet like there."""
    t, scr_in, up, down = (pl.col(c) for c in ("t", "scr_in", "nox_up", "nox_down"))
    wide = {c: pl.col(c).cast(pl.Int64) for c in ("fuel", "air", "nox_up", "nox_down")}
    hot = scr_in > 15136
    steady = scr_in.is_between(16736, 23136) & (up > 4000) & down.is_not_null()
    figures = {
        "second_map": (pl.lit(2, dtype=pl.Int64) ** (t % 60)).bitwise_or(),
        "first_t": t.min(),
        "last_t": t.max(),
        "moving": (pl.col("speed") > 0).sum(),
        "fast": (pl.col("speed") > 5120).sum(),
        "running": (pl.col("rpm") > 0).sum(),
        "fuel_n": pl.col("fuel").count(),
        "fuel_sum": wide["fuel"].sum(),
        "fuel_squares": (wide["fuel"] * wide["fuel"]).sum(),
        "hot": hot.sum(),
        "hot_invalid": (hot & ((up.fill_null(0) < 4000) | (down.fill_null(0) < 4000))).sum(),
        "hot_down": (hot & down.is_not_null()).sum(),
        "hot_high": (hot & (down >= 14000)).sum(),
        "steady": steady.sum(),
        "steady_up": (up - 4000).filter(steady).sum(),
        "steady_down": (down - 4000).filter(steady).sum(),
        "steady_apart": (up - down).abs().filter(steady).sum(),
        "pulling": (pl.col("torque") > 155).sum(),
        "pulling_cold": ((pl.col("torque") > 155) & (scr_in < (pl.col("coolant") + 233) * 32)).sum(),
        "nox_mass": ((wide["nox_down"] - 4000) * (20 * wide["air"] + 17 * wide["fuel"])).sum(),
    }
    for name in ("speed", "rpm", "torque", "nox_up", "nox_down", "scr_in", "scr_out", "dpf"):
        signal = pl.col(name)
        figures |= {f"{name}_n": signal.count(), f"{name}_min": signal.min(), f"{name}_max": signal.max(),
                    f"{name}_sum": signal.cast(pl.Int64).sum()}
    for name in ("reagent", "coolant"):
        signal = pl.col(name)
        figures |= {f"{name}_n": signal.count(), f"{name}_min": signal.min(), f"{name}_max": signal.max()}
    for name in ("reagent", "longitude", "latitude", "odometer"):
        signal, sent = pl.col(name), t.filter(pl.col(name).is_not_null())
        figures |= {f"{name}_first": signal.drop_nulls().get(sent.arg_min(), null_on_oob=True),
                    f"{name}_last": signal.drop_nulls().get(sent.arg_max(), null_on_oob=True)}
    to = AT / "polars.parquet"
    (
        pl.scan_parquet(str(AT / "decoded/*.parquet"))
        .group_by("vin", (t // 60).alias("minute"))
        .agg(**figures)
        .sink_parquet(to)
    )
    return pl.scan_parquet(to).select(pl.len(), pl.col("second_map").bitwise_count_ones().cast(pl.Int64).sum()).collect()


for name, question in (("exceedances", exceedances), ("air days", air_days), ("treatment off", treatment_off),
                       ("minute summaries", minute_summaries)):
    best = None
    for _ in range(2):
        start = time.perf_counter()
        answer = question()
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
    print(f"Polars, {name}: {answer.row(0)}", file=sys.stderr)
    print(f"{name}\t{best:.3f}")
