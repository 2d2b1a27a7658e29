"""The files for schedulers: Kubernetes schema, retries and alerts by exit code, systemd and cron."""
import pathlib
import subprocess
import tempfile
import unittest

import kubernetes_validate
import pydantic
import yaml
from kubeflow_spark_api.models.spark_v1beta2_scheduled_spark_application import (
    SparkV1beta2ScheduledSparkApplication)

import samplelake as lake

JOBS = lake.HOME / "jobs"


class Kubernetes(unittest.TestCase):
    def test_the_cron_job_keeps_the_schema(self):
        cron_job = yaml.safe_load((JOBS / "kubernetes/cronjob.yaml").read_text())
        for version in ("1.31", "1.34"):
            kubernetes_validate.validate(cron_job, version, strict=True)

    def test_a_wrong_field_is_caught(self):
        cron_job = yaml.safe_load((JOBS / "kubernetes/cronjob.yaml").read_text())
        cron_job["spec"]["jobTemplate"]["spec"]["backofLimit"] = 1
        with self.assertRaises(kubernetes_validate.ValidationError):
            kubernetes_validate.validate(cron_job, "1.34", strict=True)

    def test_usage_and_refused_data_are_not_tried_again(self):
        cron_job = yaml.safe_load((JOBS / "kubernetes/cronjob.yaml").read_text())
        rule = cron_job["spec"]["jobTemplate"]["spec"]["podFailurePolicy"]["rules"][0]
        self.assertEqual((rule["action"], rule["onExitCodes"]["values"]), ("FailJob", [2, 4]))

    def test_the_spark_application_keeps_the_schema_of_the_operator(self):
        self.assertEqual(unknown_to_the_operator(spark_application()), [])

    def test_a_wrong_field_or_type_of_the_spark_application_is_caught(self):
        app = spark_application()
        app["spec"]["template"]["driver"]["memmory"] = "4g"
        self.assertEqual(unknown_to_the_operator(app), ["spec.template.driver.memmory"])
        app = spark_application()
        app["spec"]["template"]["executor"]["instances"] = "two"
        with self.assertRaises(pydantic.ValidationError):
            unknown_to_the_operator(app)
        app = spark_application()
        del app["spec"]["template"]["sparkVersion"]
        with self.assertRaises(pydantic.ValidationError):
            unknown_to_the_operator(app)

    def test_the_spark_application_runs_the_pair_of_the_build(self):
        app = spark_application()
        self.assertEqual(app["apiVersion"], "sparkoperator.k8s.io/v1beta2")
        self.assertEqual(app["kind"], "ScheduledSparkApplication")
        template = app["spec"]["template"]
        self.assertIn(template["type"], ("Java", "Scala", "Python", "R"))
        self.assertIn(template["mode"], ("cluster", "client"))
        self.assertIn(template["restartPolicy"]["type"], ("Never", "Always", "OnFailure"))
        pom = (lake.HOME / "pom.xml").read_text()
        self.assertIn(f"<spark.version>{template['sparkVersion']}<", pom)
        for package in template["deps"]["packages"]:
            self.assertIn(f"<delta.version>{package.rsplit(':', 1)[1]}<", pom)


def spark_application():
    return yaml.safe_load((JOBS / "kubernetes/sparkapplication.yaml").read_text())


def unknown_to_the_operator(app):
    """Fields the operator's API does not have; wrong types and missing fields raise."""
    SparkV1beta2ScheduledSparkApplication.model_validate(app)
    known = SparkV1beta2ScheduledSparkApplication.from_dict(app).to_dict()
    unknown = []

    def compare(given, kept, path):
        if isinstance(given, dict) and isinstance(kept, dict):
            for name, value in given.items():
                at = f"{path}.{name}" if path else name
                if name in kept:
                    compare(value, kept[name], at)
                else:
                    unknown.append(at)
        elif isinstance(given, list) and isinstance(kept, list):
            for one, other in zip(given, kept, strict=True):
                compare(one, other, path)
        elif given != kept:
            unknown.append(path)

    compare(app, known, "")
    return unknown


class RunNight(unittest.TestCase):
    """jobs/run-night.sh with a program in Dawen's place that ends with given exit codes."""

    def run_night(self, *codes, retries=3, command=()):
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "codes").write_text("\n".join(map(str, codes)) + "\n")
        fake = folder / "dawen"
        fake.write_text(
            "#!/bin/bash\n"
            f"cd '{folder}'; code=$(head -n 1 codes); sed -i 1d codes; echo \"$@\" >>calls\n"
            "echo 'dawen: the landing folder /x does not exist.' >&2; exit \"$code\"\n")
        fake.chmod(0o755)
        done = subprocess.run(
            [JOBS / "run-night.sh", *command, "--landing", "/x"], capture_output=True, text=True, timeout=60,
            env={"PATH": "/usr/bin:/bin", "DAWEN_COMMAND": str(fake), "DAWEN_RETRY_WAIT": "0",
                 "DAWEN_RETRIES": str(retries), "DAWEN_ALERT": f"tee {folder}/alert"})
        calls = (folder / "calls").read_text().splitlines()
        alert = folder / "alert"
        return done.returncode, calls, alert.read_text() if alert.exists() else None

    def test_a_good_night_alerts_nobody(self):
        self.assertEqual(self.run_night(0), (0, ["nightly --landing /x"], None))

    def test_input_not_ready_is_tried_again(self):
        code, calls, alert = self.run_night(3, 3, 0)
        self.assertEqual((code, len(calls), alert), (0, 3, None))

    def test_after_the_last_try_the_operator_gets_the_sentence(self):
        code, calls, alert = self.run_night(3, 3, 3, retries=2)
        self.assertEqual((code, len(calls)), (3, 3))
        self.assertIn("落地目录", alert)
        self.assertIn("dawen: the landing folder /x does not exist.", alert)

    def test_the_feed_is_tried_again_and_told_of_by_the_same_script(self):
        code, calls, alert = self.run_night(3, 4, command=("monthly", "--month", "2024-03"))
        self.assertEqual((code, calls), (4, ["monthly --month 2024-03 --landing /x"] * 2))
        self.assertIn("Dawen monthly ended with exit code 4", alert)
        self.assertIn("月报检查未通过", alert)

    def test_usage_and_refused_data_are_not_tried_again(self):
        for wanted in (2, 4):
            code, calls, alert = self.run_night(wanted, 0)
            self.assertEqual((code, len(calls)), (wanted, 1))
            self.assertIn(f"exit code {wanted}", alert)

    def test_a_bug_and_a_lake_in_use_are_tried_again(self):
        for wanted in (1, 5):
            code, calls, _ = self.run_night(wanted, 0)
            self.assertEqual((code, len(calls)), (0, 2))


class Others(unittest.TestCase):
    def test_systemd_does_not_try_again_what_stays(self):
        for command in "nightly", "monthly", "maintain":
            unit = (JOBS / f"systemd/dawen-{command}.service").read_text()
            self.assertIn("RestartPreventExitStatus=2 4", unit)
            self.assertIn("OnFailure=dawen-alert@%n.service", unit)
            self.assertIn("/opt/dawen/jobs/run-night.sh" + ("" if command == "nightly" else " " + command), unit)
            timer = (JOBS / f"systemd/dawen-{command}.timer").read_text()
            self.assertRegex(timer, r"OnCalendar=.* Asia/Shanghai\n")

    def test_every_line_of_cron_has_five_times_and_a_user(self):
        lines = [l for l in (JOBS / "cron/dawen.cron").read_text().splitlines()
                 if l and l[0].isdigit()]
        self.assertEqual(len(lines), 3)
        for line in lines:
            self.assertEqual(line.split()[5], "dawen")
            self.assertEqual(line.split()[6], "/opt/dawen/jobs/run-night.sh")

    def test_the_dag_is_python(self):
        compile((JOBS / "airflow/dawen_dag.py").read_text(), "dawen_dag.py", "exec")

    def test_scripts_are_bash(self):
        for script in ("run-night.sh", "spark-submit.sh"):
            subprocess.run(["bash", "-n", JOBS / script], check=True)


if __name__ == "__main__":
    unittest.main()
