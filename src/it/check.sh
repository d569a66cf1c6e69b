#!/usr/bin/env bash
# Checks and reports on a job of a real Spark: a run on 1 to 3 executors for each of some nights, the last third of them of a release
# that does eight times the work a word. They run one after the other; the nights are those in their names.
#   src/it/check.sh [FOLDER]      FOLDER: for Spark, logs and data (default: target/spark-it); needs 3 GB of memory
# NIGHTS=N: another number of nights than 24
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/it/spark/local.sh"
prepare "${1:-$home/target/spark-it}"

rm -rf "$work/nights" "$work/nights-out" "$work/data/nights" "$work/models/nights"
mkdir -p "$work/nights" "$work/in" "$work/data" "$work/release"
package job "$it/WordLengths.java" "$it/Nights.java"
sed 's/i < rounds/i < 8 * rounds/' "$it/WordLengths.java" >"$work/release/WordLengths.java"
package release "$work/release/WordLengths.java"

nights=${NIGHTS:-24}
# shellcheck disable=SC2086 # the options are words
java $opens -Xmx512m -cp "$work/classes-job:$SPARK_HOME/jars/*" -Dspark.executor.memory=512m -Dspark.driver.host=127.0.0.1 \
    -Dspark.driver.bindAddress=127.0.0.1 -Dspark.scheduler.minRegisteredResourcesRatio=1.0 -Dspark.ui.enabled=false \
    -Dspark.eventLog.enabled=true -Dspark.eventLog.dir="file:$work/nights" \
    Nights "$work" "$nights" $((nights * 2 / 3)) >"$work/nights.log" 2>&1

bellamy() { "$home/bellamy" "$@" --data-dir "$work/data"; }
bellamy import spark "$work/nights" --into nights | sed "s|$work/||g"
# the night that is in the name of a run is that of the run
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "started") at = i; print; next }
    match($0, /lengths 2026-[0-9-]+/) { $at = substr($0, RSTART + 8, 10) "T02:15:00Z" } { print }' \
    "$work/data/nights/runs.csv" >"$work/runs.csv"
mv "$work/runs.csv" "$work/data/nights/runs.csv"

since=$(date -u -d "2026-10-31 + $((nights / 2)) days" +%F)
echo "\$ ./bellamy check -tt nights --since $since --max-runtime 60"
bellamy check -tt nights --since $since --max-runtime 60 --models-dir "$work/models" --html "$work/check.html" \
    --prometheus "$work/bellamy.prom" 2>/dev/null || echo "exit code $?"
echo '$ ./bellamy pretrain -tt nights -a all'
bellamy pretrain -tt nights -a all --models-dir "$work/models" --quiet | sed "s|$work/||g"
echo '$ ./bellamy report -tt nights'
bellamy report -tt nights --models-dir "$work/models" --html "$work/report.html"
