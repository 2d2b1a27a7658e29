#!/usr/bin/env bash
# A command of Dawen on a Spark cluster: jobs/spark-submit.sh nightly --landing DIR --lake DIR …
# SPARK_HOME   a Spark 4.2.0 distribution (else spark-submit on the PATH)
# SPARK_MASTER where it runs (default: what spark-defaults.conf says)
# DAWEN_JAR    target/dawen.jar of a build (default: that of this checkout)
# DAWEN_UMASK  rights of what it writes, as for ./dawen (default: 027)
# DAWEN_SUBMIT more options of spark-submit, such as --executor-memory 8g
# The exit code is Dawen's (client mode); on YARN or Kubernetes in cluster mode it is lost.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jar=${DAWEN_JAR:-$home/target/dawen.jar}
submit=${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit
command -v "$submit" >/dev/null ||
  { echo "spark-submit.sh: no spark-submit found. Set SPARK_HOME to a Spark 4.2.0 distribution." >&2; exit 2; }
[ -f "$jar" ] ||
  { echo "spark-submit.sh: $jar is missing. Build it (./mvnw -q -B -Dmaven.test.skip=true package) or set DAWEN_JAR." >&2; exit 2; }
# Spark and Delta are a pair (docs/decisions/0001): this version, no other. A build has the jars that Spark does not bring;
# without one spark-submit fetches them.
delta=$(sed -n 's:.*<delta.version>\(.*\)</delta.version>.*:\1:p' "$home/pom.xml" 2>/dev/null || true)
delta=${delta:-4.4.0}
if [ -d "$home/target/lib" ]; then
  with=(--jars "$(printf '%s\n' "$home"/target/lib/{delta-[a-z]*,unitycatalog-*,jackson-datatype-jdk8-*}.jar | paste -sd ,)")
else
  with=(--packages "io.delta:delta-spark_4.2_2.13:$delta,io.delta:delta-kernel-defaults:$delta")
fi
# Names of landing files are Chinese: without a locale the JVM would read them as ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in '' | C | POSIX) export LC_ALL=C.UTF-8 ;; esac
# shellcheck disable=SC2086
exec "$submit" ${SPARK_MASTER:+--master "$SPARK_MASTER"} --deploy-mode client "${with[@]}" \
  --conf spark.sql.session.timeZone=Asia/Shanghai \
  --conf "spark.driver.extraJavaOptions=-Duser.timezone=Asia/Shanghai" \
  --conf "spark.executor.extraJavaOptions=-Duser.timezone=Asia/Shanghai" \
  --conf spark.executorEnv.LC_ALL=C.UTF-8 \
  --conf "spark.hadoop.fs.permissions.umask-mode=${DAWEN_UMASK:-027}" \
  ${DAWEN_SUBMIT:-} --class org.dawen.cli.Dawen "$jar" "$@"
