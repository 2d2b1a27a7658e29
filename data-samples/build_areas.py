#!/usr/bin/env python3
"""Shapes of the sample city's counties for the map of `./dawen site`: outlines of our own making.

  python3 build_areas.py [--check]

They lie roughly as the counties do and share their borders; no border, area or place may be read off them.
"""
import hashlib
import json
import sys
from pathlib import Path

from written import put

HERE = Path(__file__).parent
STEPS = 4  # a border between two corners is halved so often
BEND = 0.11  # and bent by up to this share of its length

# Where borders meet, longitude and latitude in degrees.
CORNERS = {
    1: (116.05, 36.05), 2: (116.30, 36.20), 3: (116.48, 36.14), 4: (116.70, 36.32), 5: (116.90, 36.30),
    6: (117.08, 36.36), 7: (117.26, 36.30), 8: (117.45, 36.20), 9: (117.70, 36.12), 10: (118.00, 35.96),
    11: (117.80, 35.70), 12: (117.45, 35.68), 13: (117.18, 35.78), 14: (117.00, 35.74), 15: (116.80, 35.62),
    16: (116.52, 35.72), 17: (116.20, 35.78), 20: (116.55, 35.95), 21: (116.82, 35.98), 22: (117.02, 36.18),
    23: (117.06, 36.06), 24: (117.22, 36.12), 25: (117.24, 36.00), 26: (117.10, 35.94), 27: (117.32, 35.98),
}

# Corners of each county, clockwise.
COUNTIES = {
    "370902": (6, 7, 24, 23, 22),
    "370911": (5, 6, 22, 23, 26, 25, 24, 7, 8, 27, 13, 14, 21),
    "370921": (20, 21, 14, 15, 16),
    "370923": (1, 2, 3, 20, 16, 17),
    "370982": (8, 9, 10, 11, 12, 13, 27),
    "370983": (3, 4, 5, 21, 20),
    "3709GX": (23, 24, 25, 26),
}


def bent(begin, end, name, steps):
    """Points from begin to before end; the same border is bent the same way seen from both sides."""
    if steps == 0:
        return [begin]
    draw = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32 - 0.5
    (x1, y1), (x2, y2) = begin, end
    middle = ((x1 + x2) / 2 - (y2 - y1) * 2 * BEND * draw, (y1 + y2) / 2 + (x2 - x1) * 2 * BEND * draw)
    return bent(begin, middle, name + "l", steps - 1) + bent(middle, end, name + "r", steps - 1)


def border(a, b):
    if a > b:
        back = border(b, a)
        return [CORNERS[a]] + back[:0:-1]
    return bent(CORNERS[a], CORNERS[b], f"{a}-{b}", STEPS)


def feature(code, corners):
    ring = [p for a, b in zip(corners, corners[1:] + corners[:1]) for p in border(a, b)]
    ring.append(ring[0])
    return {
        "type": "Feature",
        "properties": {"county_code": code},
        "geometry": {"type": "Polygon", "coordinates": [[[round(x, 4), round(y, 4)] for x, y in ring]]},
    }


def main():
    collection = {
        "type": "FeatureCollection",
        "note_zh": "示意图形，由本项目自行绘制，不代表行政区划界线",
        "note_en": "Outlines drawn by this project for the sample; they are no administrative borders",
        "features": [feature(code, corners) for code, corners in COUNTIES.items()],
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"
    put({HERE / "landing/registry/areas.geojson": text.encode()}, "--check" in sys.argv)


if __name__ == "__main__":
    main()
