#!/usr/bin/env bash
# Runs a night the way a scheduler should: again where that helps, an alert where it does not.
#   jobs/run-night.sh [options of dawen nightly]
#   jobs/run-night.sh monthly --month M … | maintain … | brief …     the same for another command
# DAWEN_COMMAND     the program (default: dawen beside this folder)
# DAWEN_RETRIES     how often it tries again (default: 3)
# DAWEN_RETRY_WAIT  seconds between (default: 1800)
# DAWEN_ALERT       a command that gets the alert on its standard input (default: logger, if there is one)
# Ends with the exit code of the last try.
set -uo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
dawen=${DAWEN_COMMAND:-$home/dawen}
retries=${DAWEN_RETRIES:-3}
wait=${DAWEN_RETRY_WAIT:-1800}

# What each exit code asks of the operator; docs/operations.md says more.
sentence() {
  case $1 in
    1) echo "任务程序出错,已完成的结果有效,未完成的日期下次自动补算;请把日志发给开发人员。(a job failed; its days stay due, the next run tries again: send the log)" ;;
    2) echo "参数或配置有误,请按日志中的提示改正。(usage or configuration: correct what the log names)" ;;
    3) echo "落地目录不存在或未就绪,或所要的月份、日期没有数据,请检查上游平台与挂载。(input not ready: look at the landing folder and its mount)" ;;
    4) echo "有数据被拒收(其余结果已算完),或月报检查未通过、暂不发布,原因见下;请看 dawen doctor 并联系报送单位。(data refused, the rest is done; or a feed is withheld: see dawen doctor, ask the sender)" ;;
    5) echo "另一次运行占用着数据湖,请确认没有卡住的进程。(another run holds the lake: see whether a process hangs)" ;;
    *) echo "任务被中断。(the night was interrupted)" ;;
  esac
}

alert() {
  if [ -n "${DAWEN_ALERT:-}" ]; then
    $DAWEN_ALERT || echo "run-night: the alert could not be sent by: $DAWEN_ALERT" >&2
  elif command -v logger >/dev/null; then
    logger -t dawen -p user.err
  else
    cat >&2
  fi
}

command=nightly
case ${1:-} in
  monthly | maintain | brief) command=$1 && shift ;;
esac
tries=0
exec 3>&1 4>&2
while :; do
  # What it says goes on as it comes; the lines for the operator are kept, in no file a kill could leave.
  told=$("$dawen" "$command" "$@" 2>&1 >&3 | tee >(cat >&4) | grep -E '^(!|dawen:)' | tail -n 5; exit "${PIPESTATUS[0]}")
  code=$?
  [ "$code" = 0 ] && exit 0
  # 2 and 4 stay as they are until a person does something.
  case $code in 2 | 4) break ;; esac
  [ "$tries" -ge "$retries" ] && break
  tries=$((tries + 1))
  echo "run-night: exit code $code, try $tries of $retries again in $wait s" >&2
  sleep "$wait"
done
{
  echo "Dawen $command ended with exit code $code on $(hostname)."
  sentence "$code"
  echo "$told"
} | alert
exit "$code"
