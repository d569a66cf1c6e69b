#!/usr/bin/env bash
# The whole way with a real Spark: a standalone cluster on this machine runs a job on 1, 2 and 3 executors with several sizes
# of data; its folder of logs and its history server are imported, which must give the same runs; a model is pretrained and
# predicts another size, which is then run.
#   src/it/spark.sh [FOLDER]      FOLDER: for Spark, logs and data (default: target/spark-it); needs 2 GB of memory
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
it=$home/src/it/spark
mkdir -p "${1:-$home/target/spark-it}"
work=$(cd "${1:-$home/target/spark-it}" && pwd)
master=spark://127.0.0.1:17177
history=http://127.0.0.1:18180
export SPARK_HOME=$work/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 SPARK_NO_DAEMONIZE=1 SPARK_WORKER_DIR=$work/workers
export HADOOP_USER_NAME=etl LC_ALL=C.UTF-8
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || :' EXIT

opens=-XX:+IgnoreUnrecognizedVMOptions
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
spark() { # CLASS ARGUMENTS
    # shellcheck disable=SC2086 # the options are words
    java $opens -Xmx512m -cp "$SPARK_HOME/jars/*" "$@"
}
server() { # NAME CLASS ARGUMENTS
    local name=$1
    shift
    # shellcheck disable=SC2086 # the options are words
    java $opens -Xmx512m ${server_options:-} -cp "$SPARK_HOME/jars/*" "$@" >"$work/$name.log" 2>&1 &
    pids+=($!)
}
waits_for() { # ADDRESS TEXT
    for _ in $(seq 90); do
        if curl -fs "$1" 2>/dev/null | grep -q "$2"; then return 0; fi
        sleep 1
    done
    echo "nothing at $1: see the logs in $work" >&2
    return 1
}

rm -rf "$work/logs" "$work/out" "$work/data" "$work/models"
mkdir -p "$work/logs" "$work/in" "$work/classes"
[ -d "$SPARK_HOME/jars" ] ||
    mvn -q -B -f "$it/pom.xml" dependency:copy-dependencies -DoutputDirectory="$SPARK_HOME/jars" -DincludeScope=runtime
javac -cp "$SPARK_HOME/jars/*" -d "$work/classes" "$it/WordLengths.java"
jar cf "$work/job.jar" -C "$work/classes" .
for lines in 20000 40000 60000 80000; do
    awk -v n=$lines 'BEGIN { srand(1); for (i = 0; i < n; i++) { l = ""; for (j = 0; j < 12; j++) l = l " w" int(rand() * 3000); print l } }' \
        >"$work/in/$lines.txt"
done

server master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17177 --webui-port 18190
waits_for http://127.0.0.1:18190/json/ aliveworkers
for i in 1 2 3; do
    server "worker$i" org.apache.spark.deploy.worker.Worker --host 127.0.0.$i --cores 1 --memory 700m --webui-port $((18190 + i)) $master
done
waits_for http://127.0.0.1:18190/json/ '"aliveworkers" *: *3'

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
