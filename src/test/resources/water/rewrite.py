#!/usr/bin/env python3
"""Rewrites recordings of surface water, and what was worked out from them, into the small files beside it.

python3 rewrite.py RECORDINGS    RECORDINGS holds surface-water/, cwqi/ and tli/ as README.md describes them
"""
import csv
import gzip
import io
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
FROM = Path(sys.argv[1])
FIVE = ["ph", "do", "codmn", "nh3n", "tp"]


def rows(name):
    opener = gzip.open if name.endswith(".gz") else open
    with opener(FROM / name, "rt", encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def write(name, headings, lines):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(headings)
    out.writerows(lines)
    data = text.getvalue().encode("utf-8")
    # Without a time, so that the same recordings give the same bytes.
    (HERE / name).write_bytes(gzip.compress(data, 9, mtime=0) if name.endswith(".gz") else data)


def is_number(text):
    return text not in ("", "*", "--")


def value(row, item):
    """The unrounded value; where only the one shown was published, that."""
    return row[item + "_raw"] if is_number(row[item + "_raw"]) else row[item + "_shown"].strip("*-")


def national():
    """Every reading of November 2025 that carries a class, with the class published and worked out."""
    expected = {(r["station_key"], r["observed_at"]): r for r in rows("surface-water/expected_item_class_2025-11.csv.gz")}
    main = rows("surface-water/cnemc_2025-11_4h.csv.gz")
    numbers = {key: n for n, key in enumerate(dict.fromkeys(r["station_key"] for r in main))}
    lines = []
    for r in main:
        e = expected.get((r["station_key"], r["observed_at"]))
        if e:
            body = e["body_inferred"].replace("undetermined", "")
            items = [e["c_" + i] for i in FIVE]
            lines.append(
                [numbers[r["station_key"]], r["observed_at"], body]
                + [value(r, i) for i in FIVE]
                + ["".join(items), r["published_class"], e["main_pollutants"]])
    write(
        "national_2025-11.csv.gz",
        ["section", "observed_at", "body"] + FIVE + ["item_classes", "published_class", "main_pollutants"],
        lines)
    return numbers, main, {r["station_key"]: r["body_inferred"].replace("undetermined", "") for r in expected.values()}


def hourly_regime(main, bodies):
    """Every reading of 2026-02-04; the kind of water body is that of November 2025, by province and section."""
    kinds = {}
    for r in main:
        kinds.setdefault((r["province"], r["section"]), set()).add(bodies.get(r["station_key"], ""))
    lines = []
    for n, r in enumerate(rows("surface-water/cnemc_2026-02-04_1h.csv.gz")):
        kind = kinds.get((r["province"], r["section"]), {""})
        body = kind.pop() if len(kind) == 1 else ""
        published = r["published_class"] if is_number(r["published_class"]) else ""
        lines.append([n, r["observed_at"], body] + [r[i] if is_number(r[i]) else "" for i in FIVE] + [published])
    write("national_2026-02-04.csv", ["section", "observed_at", "body"] + FIVE + ["published_class"], lines)


def revisions(numbers, main, bodies):
    """Every version of the readings that changed, and which version the last publication holds."""
    last = {(r["station_key"], r["observed_at"]): r for r in main}
    items = FIVE + ["tn"]
    lines = []
    for r in rows("surface-water/cnemc_2025-11_revisions.csv.gz"):
        final = last.get((r["station_key"], r["observed_at"]))
        final_values = [value(final, i) for i in items] if final else [""] * 6
        lines.append(
            [numbers.get(r["station_key"], ""), r["observed_at"], bodies.get(r["station_key"], ""), r["version"],
             r["first_seen_at"]]
            + [value(r, i) for i in items]
            + [r["published_class"], ";".join(final_values), final["published_class"] if final else ""])
    write(
        "revisions_2025-11.csv.gz",
        ["section", "observed_at", "body", "version", "first_seen_at"] + items
        + ["published_class", "final_values", "final_class"],
        lines)


def zhakou():
    items = ["ph", "do", "codmn", "nh3n", "tp", "tn"]
    write(
        "zhakou_2020.csv.gz",
        ["observed_at"] + items,
        [[r["observed_at"]] + [r[i] for i in items] for r in rows("surface-water/zhakou_2020_hourly.csv.gz")
         if any(r[i] for i in items)])
    expected = rows("surface-water/zhakou_2020_expected_month.csv")
    write("zhakou_2020_month.csv", list(expected[0]), [list(r.values()) for r in expected])


def indices():
    sections = rows("cwqi/cwqi_vectors.csv")
    keep = [c for c in sections[0] if c not in ("cwqi_4",)]
    write("cwqi_section.csv", keep, [[r[c] for c in keep] for r in sections])
    cities, members = rows("cwqi/cwqi_city_vectors.csv"), []
    names = keep[2:keep.index("cwqi_8")]
    for r in cities:
        for body, values in json.loads(r["sections_json"]):
            members.append([r["n"], body] + [values.get(i, "") for i in names])
    write("cwqi_city_section.csv", ["city", "body"] + names, members)
    write(
        "cwqi_city.csv",
        ["city", "cwqi_river_8", "cwqi_lake_8", "cwqi_city_4"],
        [[r["n"], r["cwqi_river_8"], r["cwqi_lake_8"], r["cwqi_city_4"]] for r in cities])
    for source, target in [
        ("tli/tli_vectors.csv", "tli.csv"),
        ("tli/published_hulun_lake.csv", "tli_hulun.csv"),
        ("cwqi/published_jilin_2020H1.csv", "cwqi_jilin_2020.csv"),
        ("surface-water/published_class_shares.csv", "published_shares.csv")]:
        found = rows(source)
        write(target, list(found[0]), [list(r.values()) for r in found])


numbers, main, bodies = national()
hourly_regime(main, bodies)
revisions(numbers, main, bodies)
zhakou()
indices()
