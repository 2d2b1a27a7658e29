"""Dawen in Airflow (2.10 or 3): the night, on the 3rd the feed of the last month, maintenance on Sundays.

Retries go by exit code: 1, 3 and 5 are tried again; 2 and 4 fail at once, because they stay until a
person does something. An alert carries the sentence the operator needs.

Airflow variables of the environment: DAWEN_COMMAND (default /opt/dawen/dawen), DAWEN_LANDING,
DAWEN_LAKE as for the program, DAWEN_ALERT (a command that reads the alert from its standard input).
"""
import os
import shlex
import subprocess
from datetime import timedelta

import pendulum

try:
    from airflow.sdk import dag, task
except ImportError:  # Airflow 2
    from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

DAWEN = shlex.split(os.environ.get("DAWEN_COMMAND", "/opt/dawen/dawen"))
FINAL = {
    2: "usage or configuration: correct what the log names (参数或配置有误)",
    4: "data refused, the rest is done: see dawen doctor, ask the sender (有数据被拒收)",
}
AGAIN = {
    1: "a job failed; its days stay due (程序出错,未完成日期下次补算)",
    3: "input not ready: look at the landing folder (落地目录未就绪)",
    5: "another run holds the lake (另一次运行占用数据湖)",
}


def run(*arguments):
    """Runs a command of Dawen; its standard error goes to the task's log as it comes."""
    said = []
    with subprocess.Popen([*DAWEN, *arguments], stdout=None, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8") as process:
        for line in process.stderr:
            print(line, end="", flush=True)
            said.append(line)
    code = process.returncode
    if code == 0:
        return
    told = "".join(line for line in said if line.startswith(("!", "dawen:")))[-2000:]
    if code in FINAL:
        raise AirflowFailException(f"exit code {code}: {FINAL[code]}\n{told}")
    raise AirflowException(f"exit code {code}: {AGAIN.get(code, 'interrupted')}\n{told}")


def alert(context):
    """Sends the sentence on; Airflow calls this after the last try."""
    command = os.environ.get("DAWEN_ALERT")
    text = f"Dawen {context['task_instance'].task_id}: {context.get('exception')}"
    if command:
        subprocess.run(shlex.split(command), input=text, text=True, check=False)
    else:
        print(text)


SETTINGS = {
    "owner": "dawen",
    "retries": 3,
    "retry_delay": timedelta(minutes=int(os.environ.get("DAWEN_RETRY_MINUTES", "30"))),
    "execution_timeout": timedelta(hours=4),
    "on_failure_callback": alert,
}
START = pendulum.datetime(2024, 1, 1, tz="Asia/Shanghai")


@dag("dawen_nightly", schedule="10 3 * * *", start_date=START, catchup=False, max_active_runs=1,
     default_args=SETTINGS, tags=["dawen"])
def nightly():
    """Whatever is due: a night that was missed is made up by the next, so there is no catch-up."""

    @task
    def night():
        run("nightly")

    night()


@dag("dawen_monthly", schedule="30 7 3 * *", start_date=START, catchup=False, max_active_runs=1,
     default_args=SETTINGS, tags=["dawen"])
def monthly():
    """The feed of the month that has ended."""

    @task
    def feed():
        ended = pendulum.now("Asia/Shanghai").subtract(months=1)
        run("monthly", "--month", ended.format("YYYY-MM"))

    feed()


@dag("dawen_maintain", schedule="40 1 * * 0", start_date=START, catchup=False, max_active_runs=1,
     default_args=SETTINGS, tags=["dawen"])
def maintain():
    """Joins small files, deletes old ones."""

    @task
    def files():
        run("maintain")

    files()


nightly()
monthly()
maintain()
