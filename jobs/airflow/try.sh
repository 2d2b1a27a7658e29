#!/usr/bin/env bash
# Tries the DAGs by Airflow itself: parses them and runs the night once, for real, on the samples.
#   jobs/airflow/try.sh            about 150 MB of packages, into target/airflow
# DAWEN_COMMAND, DAWEN_LAKE: another program or lake than ./dawen and target/airflow/lake
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
place=$home/target/airflow
version=3.3.2
mkdir -p "$place"
airflow=${AIRFLOW:-$place/venv/bin/airflow}
if [ ! -x "$airflow" ]; then
  "${PYTHON:-python3}" -m venv "$place/venv"
  "$place/venv/bin/pip" install --quiet --disable-pip-version-check "apache-airflow==$version"
fi
export AIRFLOW_HOME=$place/home AIRFLOW__CORE__LOAD_EXAMPLES=False
export AIRFLOW__CORE__DAGS_FOLDER=$home/jobs/airflow
export DAWEN_COMMAND=${DAWEN_COMMAND:-$home/dawen} DAWEN_LAKE=${DAWEN_LAKE:-$place/lake}
"$airflow" db migrate >"$place/log" 2>&1 || { tail -n 20 "$place/log" >&2; exit 1; }
errors=$("$airflow" dags list-import-errors 2>/dev/null | grep -c dawen_dag || true)
[ "$errors" = 0 ] || { "$airflow" dags list-import-errors >&2; exit 1; }
"$airflow" dags test dawen_nightly >>"$place/log" 2>&1 || { tail -n 40 "$place/log" >&2; exit 1; }
grep -aq "state=success\|DagRun Finished.*success\|Marking run.*successful" "$place/log" ||
  { tail -n 40 "$place/log" >&2; exit 1; }
echo "The DAGs parse, and dawen_nightly ran to its end (log: $place/log)."
