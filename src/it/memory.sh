#!/usr/bin/env bash
# Memory that fits, with a real Spark: a job that needs it runs on executors of several sizes, in which it fits, spills, or dies;
# the logs are imported, and predict says which sizes will do, and how good that is on runs that had no part in it.
#   src/it/memory.sh [FOLDER]     FOLDER: for Spark, logs and data (default: target/spark-memory); needs 3 GB of memory, and half an hour
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/it/spark/local.sh"
prepare "${1:-$home/target/spark-memory}"

rm -rf "$work/logs" "$work/data" "$work/models"
mkdir -p "$work/logs" "$work/in"
package job "$it/GroupLines.java" "$it/MemoryRuns.java"
for megabytes in 6 10 15 20 30; do
    [ -f "$work/in/$megabytes.txt" ] ||
        awk -v most=$((megabytes * 1000000)) 'BEGIN { srand(1); while (n < most) { l = ""; for (j = 0; j < 12; j++) l = l " w" int(rand() * 3000); print l; n += length(l) + 1 } }' \
            >"$work/in/$megabytes.txt"
done

# one after the other, with little memory for what Spark can spill, so that small inputs do
# shellcheck disable=SC2086 # the options are words
java $opens -Xmx512m -cp "$work/classes-job:$SPARK_HOME/jars/*" -Dspark.memory.fraction=0.03 -Dspark.task.maxFailures=2 \
    -Dspark.executor.extraJavaOptions="-XX:+UseParallelGC -XX:TieredStopAtLevel=1" -Dspark.driver.host=127.0.0.1 \
    -Dspark.driver.bindAddress=127.0.0.1 -Dspark.scheduler.minRegisteredResourcesRatio=1.0 -Dspark.ui.enabled=false \
    -Dspark.eventLog.enabled=true -Dspark.eventLog.dir="file:$work/logs" -Dspark.eventLog.compress=true \
    MemoryRuns "$work" "$it/memory.txt" 2>"$work/runs.log"

bellamy() { "$home/bellamy" "$@" --data-dir "$work/data"; }
echo '$ ./bellamy import spark logs --into lines'
bellamy import spark "$work/logs" --into lines | sed "s|$work/||g"
bellamy pretrain -tt lines -a group-lines --models-dir "$work/models" --quiet | sed "s|$work/||g"
for memory in 900 1300; do
    echo "\$ ./bellamy predict -r request.yml # memory: $memory"
    printf '%s\n' 'min_scale_out: 1' 'max_scale_out: 3' 'essential_properties: {data_size_MB: 25}' \
        "optional_properties_per_node: {memory: $memory, slots: 1}" |
        bellamy predict -tt lines -a group-lines --models-dir "$work/models" --explain -r - 2>/dev/null || :
done
