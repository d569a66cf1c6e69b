#!/usr/bin/env bash
# The whole way with a real Spark: a standalone cluster on this machine runs a job on 1, 2 and 3 executors with several sizes
# of data; its folder of logs and its history server are imported, which must give the same runs; a model is pretrained and
# predicts another size, which is then run.
#   src/it/spark.sh [FOLDER]      FOLDER: for Spark, logs and data (default: target/spark-it); needs 2 GB of memory
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/it/spark/local.sh"
prepare "${1:-$home/target/spark-it}"
history=http://127.0.0.1:18180

rm -rf "$work/logs" "$work/out" "$work/data" "$work/models"
mkdir -p "$work/logs" "$work/in"
package job "$it/WordLengths.java"
for lines in 20000 40000 60000 80000; do
    awk -v n=$lines 'BEGIN { srand(1); for (i = 0; i < n; i++) { l = ""; for (j = 0; j < 12; j++) l = l " w" int(rand() * 3000); print l } }' \
        >"$work/in/$lines.txt"
done

cluster 17177 18190 1 700m

day=0
submit() { # EXECUTORS LINES
    day=$((day + 1))
    spark org.apache.spark.deploy.SparkSubmit --class WordLengths --master $master --name "word lengths 2026-01-$(printf %02d $day)" \
        --conf spark.cores.max="$1" --conf spark.executor.cores=1 --conf spark.executor.memory=512m \
        --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 \
        --conf spark.scheduler.minRegisteredResourcesRatio=1.0 \
        --conf spark.eventLog.enabled=true --conf spark.eventLog.dir="file:$work/logs" --conf spark.eventLog.compress=true \
        "$work/job.jar" "$work/in/$2.txt" "$work/out/$day" 6 2000 >"$work/job-$day.log" 2>&1
}
for lines in 20000 40000 80000; do
    for executors in 1 2 3; do
        submit $executors $lines
    done
done

bellamy() { "$home/bellamy" "$@" --data-dir "$work/data"; }
echo '$ ./bellamy import spark logs --into folder'
bellamy import spark "$work/logs" --into folder | sed "s|$work/||g"
server_options="-Dspark.history.fs.logDirectory=file:$work/logs -Dspark.history.ui.port=18180" \
    server history org.apache.spark.deploy.history.HistoryServer
waits_for "$history/api/v1/applications" "word lengths 2026-01-09"
echo "\$ ./bellamy import spark $history --into served"
bellamy import spark "$history" --into served | sed "s|$work/||g"
# all but where the logs are
runs() { awk -F, -v OFS=, '{ NF -= 4; print }' "$work/data/$1/runs.csv"; }
cmp <(runs folder) <(runs served) && echo "the folder and the history server give the same runs"

echo '$ ./bellamy pretrain -tt folder -a word-lengths'
bellamy pretrain -tt folder -a word-lengths --models-dir "$work/models" --quiet | sed "s|$work/||g"
size=$(awk -v bytes="$(wc -c <"$work/in/60000.txt")" 'BEGIN { print bytes / 1e6 }')
echo "\$ ./bellamy predict -tt folder -a word-lengths --property data_size_MB=$size --scale-outs 2"
bellamy predict -tt folder -a word-lengths --models-dir "$work/models" --property data_size_MB="$size" --scale-outs 2 2>/dev/null | tail -4
submit 2 60000
bellamy import spark "$work/logs" --into folder >/dev/null
echo "measured: $(awk -F, '/2026-01-10/ { print $3 " s, of " $8 " MB" }' "$work/data/folder/runs.csv")"
