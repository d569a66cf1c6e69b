#!/usr/bin/env bash
# Beside Spark's own history server: how long each takes for a log, in turn. See docs/BENCHMARKS.md.
#   src/bench/history-server.sh LOG [RUNS [FOLDER]]     RUNS: 3; FOLDER: for Spark (default: target/spark-history)
# The server has listed the log, and is asked for its executors, for which it reads the whole of it; an import is a whole process.
# In brackets is processor time, which other work on the machine changes less.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
. "$home/src/it/spark/local.sh"
log=$(realpath "$1")
prepare "${3:-$home/target/spark-history}"
application=$(grep -om1 '"App ID":"[^"]*"' "$log" | cut -d '"' -f 4)
attempt=$(grep -m1 'SparkListenerApplicationStart' "$log" | grep -o '"App Attempt ID":"[^"]*"' | cut -d '"' -f 4 || :)
server=http://127.0.0.1:18190/api/v1/applications

now() { date +%s.%N; }
# BEGIN USED: seconds since, and those of processors that the server has used since
passed() { echo "$(now) $1 $(used) $2" | awk '{ printf "%.2f (%.2f)", $1 - $2, $3 - $4 }'; }
used() { awk -v ticks="$(getconf CLK_TCK)" '{ print ($14 + $15) / ticks }' "/proc/${pids[0]}/stat"; }

echo "machine: $(machine), load $(cut -d ' ' -f 1-3 /proc/loadavg) before"
echo "date: $(date +%F), program: $(program), log of $(($(wc -c <"$log") / 1000000)) MB"
echo "run  server's start and list [s]  its first answer [s]  import [s]"
"$home/bellamy" --version >/dev/null
for run in $(seq "${2:-3}"); do
    rm -rf "$work/served" "$work/data"
    mkdir "$work/served"
    cp "$log" "$work/served/$application"
    begin=$(now)
    server_memory=2g server_options="-Dspark.history.fs.logDirectory=file:$work/served -Dspark.history.ui.port=18190" \
        server history org.apache.spark.deploy.history.HistoryServer
    waits_for "$server" "$application"
    listed=$(passed "$begin" 0)
    begin=$(now)
    before=$(used)
    curl -fs --max-time 600 "$server/$application${attempt:+/$attempt}/allexecutors" >"$work/answer.json"
    answered=$(passed "$begin" "$before")
    kill "${pids[@]}" && wait "${pids[@]}" 2>/dev/null || :
    pids=()
    TIMEFORMAT='%R %U %S'
    imported=$({ time "$home/bellamy" import spark "$log" --into logs --data-dir "$work/data" >"$work/imported" 2>&1; } 2>&1 |
        awk '{ printf "%.2f (%.2f)", $1, $2 + $3 }')
    printf '%-4s %-28s %-21s %s\n' "$run" "$listed" "$answered" "$imported"
done
