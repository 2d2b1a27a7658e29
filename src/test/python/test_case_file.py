"""The evidence file of an exceedance, read with the tools that anyone has: zipfile, json, hashlib."""
import hashlib
import json
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

import samplelake as lake

LANDING = lake.HOME / "data-samples/landing"
ROW = ["source.exceedance_hour", "EX001-DA001", "a21026", "2024-03-06T20:00"]
GOLDEN = [
    ("hj212/2024-03-07/hj212_20240306_01.txt.gz", "121"),
    ("registry/limits.csv", "2"),
    ("registry/verdicts.csv", "2"),
]


def package(folder, name):
    file = pathlib.Path(folder, name)
    subprocess.run(
        [lake.HOME / "dawen", "explain", *ROW, "--lake", str(lake.LAKE), "--package", str(file)],
        check=True,
        capture_output=True,
    )
    return file


class CaseFile(unittest.TestCase):
    def test_the_manifest_and_the_records_hold(self):
        with tempfile.TemporaryDirectory() as folder:
            file = package(folder, "case.zip")
            self.assertEqual(file.stat().st_mode & 0o777, 0o640)
            with zipfile.ZipFile(file) as case:
                self.assertIsNone(case.testzip())
                self.assertEqual({i.date_time for i in case.infolist()}, {(1980, 1, 1, 0, 0, 0)})
                manifest = json.loads(case.read("manifest.json"))
                named = {m["name"]: m for m in manifest["members"]}
                self.assertEqual(set(named), set(case.namelist()) - {"manifest.json"})
                for name, member in named.items():
                    content = case.read(name)
                    self.assertEqual(hashlib.sha256(content).hexdigest(), member["sha256"], name)
                    self.assertEqual(len(content), member["bytes"], name)
                records = json.loads(case.read("records.json"))
                self.assertEqual(sorted((r["file"], r["record"]) for r in records), GOLDEN)
                for r in records:
                    content = (LANDING / r["file"]).read_bytes()
                    self.assertEqual(hashlib.sha256(content).hexdigest(), r["sha256"], r["file"])
                    self.assertEqual(r["sha256"], r["sha256_now"])
                versions = json.loads(case.read("versions.json"))
                self.assertIn("source.exceedance_hour", versions["fingerprints"])
                self.assertIn("standards/emission_limits.csv", versions["standards"])

    def test_two_runs_give_the_same_file(self):
        with tempfile.TemporaryDirectory() as folder:
            one, other = package(folder, "one.zip"), package(folder, "other.zip")
            self.assertEqual(one.read_bytes(), other.read_bytes())


if __name__ == "__main__":
    unittest.main()
