"""The notebooks run against the sample lake, draw their pictures, and are stored without outputs."""
import os
import pathlib
import tempfile
import unittest

import nbclient
import nbformat

import samplelake as lake

FOLDER = lake.HOME / "notebooks"
PICTURES = {
    "1-start-here": 1,
    "2-exceedance-study": 2,
    "3-air-month": 3,
    "4-truck-case-file": 1,
    "5-pool-review": 1,
    "6-water-month": 2,
}


class Notebooks(unittest.TestCase):
    def run_one(self, name):
        notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
        os.environ["DAWEN_LAKE"] = str(lake.LAKE)
        nbclient.NotebookClient(
            notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
        pictures = sum(
            "image/png" in output.get("data", {})
            for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
        self.assertGreaterEqual(pictures, PICTURES[name])

    def test_start_here(self):
        self.run_one("1-start-here")

    def test_exceedance_study(self):
        self.run_one("2-exceedance-study")

    def test_air_month(self):
        self.run_one("3-air-month")

    def test_truck_case_file(self):
        self.run_one("4-truck-case-file")

    def test_pool_review(self):
        self.run_one("5-pool-review")

    def test_water_month(self):
        self.run_one("6-water-month")

    def test_outputs_are_cleared(self):
        stored = sorted(p.stem for p in FOLDER.glob("*.ipynb"))
        self.assertEqual(stored, sorted(PICTURES))
        for name in stored:
            for cell in nbformat.read(FOLDER / f"{name}.ipynb", as_version=4).cells:
                if cell.cell_type == "code":
                    self.assertEqual((cell.outputs, cell.execution_count), ([], None), name)


if __name__ == "__main__":
    unittest.main()
