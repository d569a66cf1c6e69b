#!/usr/bin/env bash
# Times bellamy-spark.jar on a real cluster of one and of two workers with a processor each, beside as many processes that know
# nothing of each other, in turn, and fits the cost model of docs/SCALE.md.
#   src/bench/spark.sh [--jobs N] [--runs N] [--megabytes N] [--rounds N] [--work DIR] [--into DIR]
# It trains 40 jobs of 60 runs and imports 2,000 MB of logs, three times each, which takes some 15 minutes; a run of twice as
# many, which has no part in the fit, is foretold. Tables go to docs/results/noted, where --into names no other folder.
# It needs GNU time, taskset, zstd and curl.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
. "$home/src/bench/logs.sh"
. "$home/src/it/spark/local.sh"

jobs=40 runs=60 megabytes=2000 rounds=3 into=$home/docs/results/noted folder=
while [ $# -gt 0 ]; do
    case $1 in
        --jobs) jobs=$2 ;;
        --runs) runs=$2 ;;
        --megabytes) megabytes=$2 ;;
        --rounds) rounds=$2 ;;
        --work) folder=$2 ;;
        --into) into=$2 ;;
        *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
    shift 2
done
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'kill "${pids[@]}" 2>/dev/null || :; rm -rf "$folder"' EXIT
fi

build_tests
[ -f "$home/target/bellamy-spark.jar" ] && [ ! "$home/target/bellamy.jar" -nt "$home/target/bellamy-spark.jar" ] ||
    (cd "$home" && mvn -B -q -Pspark -DskipTests verify >&2)
prepare "$folder"
noted=$work/runs.tsv
: >"$noted"
log_bytes=76000000
logs=$(((megabytes * 1000000 + log_bytes - 1) / log_bytes))

# a folder of so many jobs, and one of so many logs
fleet() { # NAME JOBS SEED
    [ -d "$work/$1" ] || run_tests_class io.bellamy.histories.FleetBenchmark x x --only-write "$work/$1" --jobs "$2" --runs "$runs" --seed "$3" --changed 0
}
folder_of_logs() { # NAME LOGS FIRST
    [ ! -d "$work/$1" ] || return 0
    mkdir "$work/$1"
    for ((i = 0; i < $2; i++)); do
        sed "s/app-20261128220752-0008/app-20261128220752-$(printf %04d $(($3 + i)))/g" "$work/log" >"$work/$1/app-20261128220752-$(printf %04d $(($3 + i)))"
    done
}
quarter() { # NUMBER
    echo $((($1 + 3) / 4))
}
fleet jobs-small "$(quarter "$jobs")" 2
fleet jobs-whole "$jobs" 1
fleet jobs-other "$jobs" 3
fleet jobs-twice $((2 * jobs)) 4
fleet jobs-first $((jobs / 2)) 5
fleet jobs-second $((jobs - jobs / 2)) 6
[ -f "$work/log" ] || event_log $log_bytes >"$work/log"
folder_of_logs logs-small "$(quarter "$logs")" 1000
folder_of_logs logs-whole "$logs" 2000
folder_of_logs logs-other "$logs" 3000
if [ ! -d "$work/logs-twice" ]; then
    mkdir "$work"/logs-{twice,first,second}
    ln "$work"/logs-whole/* "$work"/logs-other/* "$work/logs-twice"
    all=("$work"/logs-whole/*)
    ln "${all[@]:0:logs/2}" "$work/logs-first"
    ln "${all[@]:logs/2}" "$work/logs-second"
fi

# what is done with a folder: the arguments of a command, in the array of that name
arguments() { # KIND FOLDER
    rm -rf "$work/out-$2"
    case $1 in
        pretrain) arguments=(pretrain -tt fleet -a all --data-dir "$work/$2/first/before" --models-dir "$work/out-$2") ;;
        import) arguments=(import spark "$work/$2" --into mine --data-dir "$work/out-$2") ;;
    esac
    arguments+=(--quiet --config "$home/config.yml")
}

now() { date +%s.%N; }

note() { # KIND PLACE ROLE WORKERS ITEMS BEGAN ENDED CPU LOG
    (IFS=$'\t' && echo "$*") >>"$noted"
    echo "$1, $4 $2: $(awk -v began="$6" -v ended="$7" 'BEGIN { printf "%.1f s", ended - began }')" >&2
}

# so many processes with so many items each, on a processor each
processes() { # KIND ITEMS-TOGETHER PLACE FOLDER...
    local kind=$1 items=$2 place=$3 began waits=() core=0 name
    shift 3
    began=$(now)
    for name; do
        arguments "$kind" "$name"
        taskset -c $core "$home/bellamy" "${arguments[@]}" >"$work/process$core.out" 2>"$work/process$core.err" &
        waits+=($!)
        core=$((core + 1))
    done
    for name in "${waits[@]}"; do wait "$name" || { cat "$work"/process?.err >&2 && return 1; }; done
    note "$kind" "$place" fit $# "$items" "$began" "$(now)" 0 -
}

# on the cluster, with so many of its workers; an import as docs/SCALE.md has it, over before thorough compilation would pay off
on_spark() { # KIND ROLE WORKERS ITEMS FOLDER
    local began quick='' quick_executors=''
    if [ "$1" = import ]; then
        quick='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=96m'
        quick_executors=spark.executor.extraJavaOptions=$quick
    fi
    rm -rf "$work/events"
    mkdir "$work/events"
    arguments "$1" "$5"
    began=$(now)
    # shellcheck disable=SC2086 # the options are words
    /usr/bin/time -f '%U %S' -o "$work/cpu" java $opens $quick -Xmx1g -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit \
        --master "$master" --executor-memory 1g --total-executor-cores "$3" ${quick_executors:+--conf "$quick_executors"} \
        --conf spark.ui.enabled=false --conf spark.eventLog.enabled=true --conf "spark.eventLog.dir=file:$work/events" \
        --conf spark.eventLog.compress=false --conf spark.eventLog.rolling.enabled=false \
        --conf "spark.executorEnv.DJL_CACHE_DIR=$work/natives" \
        "$home/target/bellamy-spark.jar" "${arguments[@]}" >"$work/spark.out" 2>"$work/spark.err" ||
        { cat "$work/spark.err" >&2 && return 1; }
    set -- "$@" "$began" "$(now)"
    mv "$work"/events/* "$work/events-$(wc -l <"$noted").log"
    note "$1" spark "$2" "$3" "$4" "$6" "$7" "$(awk '{ print $1 + $2 }' "$work/cpu")" "$work/events-$(wc -l <"$noted").log"
}

# a master, and workers that keep to a processor each
master=spark://127.0.0.1:17377
server master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17377 --webui-port 17380
waits_for http://127.0.0.1:17380/json/ aliveworkers
mkdir -p "$work/natives"
for i in 0 1; do
    server_on="taskset -c $i"
    server "worker$i" org.apache.spark.deploy.worker.Worker --host 127.0.0.$((i + 1)) --cores 1 --memory 1200m --webui-port 1738$((i + 1)) "$master"
done
server_on=
waits_for http://127.0.0.1:17380/json/ '"aliveworkers" *: *2'

# one processor and two in turn, a fourth of the items, and twice as many that the fit does not see
measure() { # KIND ITEMS PREFIX
    processes "$1" "$2" processes "$3whole"
    on_spark "$1" fit 1 "$2" "$3whole"
    processes "$1" "$2" halves "$3first" "$3second"
    processes "$1" $((2 * $2)) processes "$3whole" "$3other"
    on_spark "$1" fit 2 "$2" "$3whole"
    on_spark "$1" fit 1 "$(quarter "$2")" "$3small"
    on_spark "$1" apart 2 $((2 * $2)) "$3twice"
}
for ((round = 0; round < rounds; round++)); do
    measure pretrain "$jobs" jobs-
    measure import "$logs" logs-
done
run_tests_class io.bellamy.scale.ScaleBenchmark "$noted" "$into" \
    "version $(program), Spark 3.5.6, $(machine), $jobs jobs of $runs runs and $logs logs of 76 MB, $rounds rounds" "$(date +%F)"
