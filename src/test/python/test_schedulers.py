"""The files for schedulers: Kubernetes schema, retries and alerts by exit code, systemd and cron."""
import pathlib
import subprocess
import tempfile
import unittest

import kubernetes_validate
import yaml

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

    def test_the_spark_application_has_the_fields_of_its_kind(self):
        """The operator's schema is no package; these are the fields its API v1beta2 names."""
        app = yaml.safe_load((JOBS / "kubernetes/sparkapplication.yaml").read_text())
        self.assertEqual(app["apiVersion"], "sparkoperator.k8s.io/v1beta2")
        self.assertEqual(app["kind"], "ScheduledSparkApplication")
        self.assertLessEqual(set(app["spec"]), {
            "schedule", "timeZone", "template", "suspend", "concurrencyPolicy",
            "successfulRunHistoryLimit", "failedRunHistoryLimit"})
        template = app["spec"]["template"]
        self.assertLessEqual(set(template), {
            "type", "sparkVersion", "mode", "image", "imagePullPolicy", "imagePullSecrets",
            "mainClass", "mainApplicationFile", "arguments", "sparkConf", "hadoopConf", "volumes",
            "driver", "executor", "deps", "restartPolicy", "nodeSelector", "timeToLiveSeconds"})
        self.assertIn(template["type"], ("Java", "Scala"))
        pom = (lake.HOME / "pom.xml").read_text()
        self.assertIn(f"<spark.version>{template['sparkVersion']}<", pom)
        for package in template["deps"]["packages"]:
            self.assertIn(f"<delta.version>{package.rsplit(':', 1)[1]}<", pom)


class RunNight(unittest.TestCase):
    """jobs/run-night.sh with a program in Dawen's place that ends with given exit codes."""

    def run_night(self, *codes, retries=3):
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "codes").write_text("\n".join(map(str, codes)) + "\n")
        fake = folder / "dawen"
        fake.write_text(
            "#!/bin/bash\n"
            f"cd '{folder}'; code=$(head -n 1 codes); sed -i 1d codes; echo \"$@\" >>calls\n"
            "echo 'dawen: the landing folder /x does not exist.' >&2; exit \"$code\"\n")
        fake.chmod(0o755)
        done = subprocess.run(
            [JOBS / "run-night.sh", "--landing", "/x"], capture_output=True, text=True, timeout=60,
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
        unit = (JOBS / "systemd/dawen-nightly.service").read_text()
        self.assertIn("RestartPreventExitStatus=2 4", unit)
        self.assertIn("OnFailure=dawen-alert@%n.service", unit)

    def test_every_line_of_cron_has_five_times_and_a_user(self):
        lines = [l for l in (JOBS / "cron/dawen.cron").read_text().splitlines()
                 if l and l[0].isdigit()]
        self.assertEqual(len(lines), 3)
        for line in lines:
            self.assertEqual(line.split()[5], "dawen")

    def test_the_dag_is_python(self):
        compile((JOBS / "airflow/dawen_dag.py").read_text(), "dawen_dag.py", "exec")

    def test_scripts_are_bash(self):
        for script in ("run-night.sh", "spark-submit.sh", "cron/monthly-failed.sh"):
            subprocess.run(["bash", "-n", JOBS / script], check=True)


if __name__ == "__main__":
    unittest.main()
