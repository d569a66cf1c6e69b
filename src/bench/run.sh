#!/usr/bin/env bash
# Times whole runs of ./bellamy, from start to end, with their peak memory. See docs/BENCHMARKS.md.
#   src/bench/run.sh [-n RUNS] [PART...]     parts: help predict import default original synthetic (all without any)
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
. "$home/src/bench/logs.sh"
runs=5
if [ "${1:-}" = -n ]; then
    runs=$2
    shift 2
fi
[ $# -gt 0 ] || set -- help predict import default original synthetic
for part; do
    case $part in
        help | predict | import | default | original | synthetic) ;;
        *) sed -n '2,3s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
done
[ -x /usr/bin/time ] && /usr/bin/time -v true 2>/dev/null ||
    { echo "run.sh: there is no GNU time in /usr/bin/time: install the package 'time'" >&2 && exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

facts() {
    echo "machine: $(machine), load $(cut -d ' ' -f 1-3 /proc/loadavg) before"
    echo "date: $(date +%F)"
    echo "program: $(program)"
    echo
    printf '%-44s %4s %9s %9s %9s %9s %9s\n' command runs 'median s' 'least s' 'most s' 'cpu s' 'peak MB'
}

# measure TIMES NAME COMMAND... : the median, least and greatest time; processor time and memory at most
measure() {
    local times=$1 name=$2 i
    shift 2
    : >"$work/times"
    for ((i = 0; i < times; i++)); do
        /usr/bin/time -v -o "$work/time" "$@" >"$work/out" 2>"$work/err" ||
            { echo "run.sh: failed: $*" >&2 && cat "$work/err" >&2 && exit 1; }
        awk -F': ' '
            /Elapsed/ { n = split($2, part, ":"); for (j = 1; j <= n; j++) wall = wall * 60 + part[j] }
            /User time|System time/ { cpu += $2 }
            /Maximum resident/ { peak = $2 / 1024 }
            END { print wall, cpu, peak }' "$work/time" >>"$work/times"
    done
    sort -n "$work/times" | awk -v name="$name" '
        { wall[NR] = $1; if ($2 > cpu) cpu = $2; if ($3 > peak) peak = $3 }
        END {
            median = (wall[int((NR + 1) / 2)] + wall[int((NR + 2) / 2)]) / 2
            printf "%-44s %4d %9.2f %9.2f %9.2f %9.2f %9.0f\n", name, NR, median, wall[1], wall[NR], cpu, peak
        }'
}

pretrain() {
    local times=$1 name=$2
    shift 2
    measure "$times" "pretrain $name" "$home/bellamy" pretrain --force --models-dir "$work/models" "$@"
}

# the time of an epoch is what 320 more of them cost; an ensemble is looked at 16 times in either case
synthetic() {
    local rows config epochs name seconds
    build_tests
    for rows in 810 8100 81000; do
        run_tests_class io.bellamy.data.SyntheticDataset "$work/$rows" "$rows" 1
        for config in config.yml examples/original-config.yml; do
            seconds=()
            for epochs in 160 480; do
                name="$rows rows, $(basename "$config" .yml), $epochs epochs"
                pretrain 1 "$name" -tt synthetic -a grep --config "$home/$config" --data-dir "$work/$rows" \
                    --trials 1 --epochs "$epochs" | tee "$work/line"
                seconds+=("$(awk '{ print $(NF - 4) }' "$work/line")")
            done
            awk -v few="${seconds[0]}" -v many="${seconds[1]}" -v name="$rows rows, $(basename "$config" .yml)" \
                'BEGIN { printf "%-44s %.1f ms an epoch\n", name, (many - few) / 320 * 1000 }'
        done
    done
}

# each time into a data set of its own
import() {
    local name=$1 logs=$2
    measure "$runs" "import, $name" bash -c 'rm -rf "$1" && exec ./bellamy import spark "$2" --into logs --data-dir "$1"' \
        - "$work/data" "$logs"
}

imports() {
    command -v zstd >/dev/null || { echo "run.sh: there is no zstd: install the package 'zstd'" >&2 && exit 1; }
    local million=1000000 i
    mkdir "$work/many"
    event_log $((76 * million)) >"$work/app-1"
    for ((i = 1; i <= 13; i++)); do sed "s/app-20261128220752-0008/app-$i/" "$work/app-1" >"$work/many/app-$i"; done
    zstd -q "$work/app-1" -o "$work/app-1.zstd"
    measure "$runs" 'wc -l of the log of 76 MB' wc -l "$work/app-1"
    import 'a log of 76 MB' "$work/app-1"
    import 'the same, zstd' "$work/app-1.zstd"
    import '13 logs of 76 MB' "$work/many"
    rm -r "$work/many"
    event_log $((2000 * million)) >"$work/app-2"
    import 'a log of 2 GB' "$work/app-2"
    zstd -q --rm "$work/app-2" -o "$work/app-2.zstd"
    import 'the same, zstd' "$work/app-2.zstd"
}

cd "$home"
facts
for part; do
    case $part in
        help) measure "$runs" '--help' ./bellamy --help ;;
        predict)
            ./bellamy pretrain -tt c3o -a grep --trials 1 --models-dir "$work/ensemble" >/dev/null 2>&1
            ./bellamy pretrain -tt c3o -a grep --trials 1 --models-dir "$work/original" \
                --config examples/original-config.yml >/dev/null 2>&1
            for model in ensemble original; do
                measure "$runs" "predict, $model" ./bellamy predict -r examples/request.yml --models-dir "$work/$model"
            done
            for count in 1000 10000; do
                awk -v count="$count" 'NR == 1 { for (i = 0; i < count; i++) print }' examples/requests.jsonl \
                    >"$work/requests.jsonl"
                measure "$runs" "predict, $count requests" \
                    ./bellamy predict -r "$work/requests.jsonl" --models-dir "$work/ensemble"
                # each about another size of data, none so large that a deadline can't be met
                awk -v count="$count" '{ sub(/15150/, 9000 + 3000 * NR / count); print }' "$work/requests.jsonl" |
                    sed 's/"data_size_MB"/"data_characteristics": "100 150000000 0.5", "data_size_MB"/' >"$work/others.jsonl"
                measure "$runs" "predict, $count requests that differ" \
                    ./bellamy predict -r "$work/others.jsonl" --models-dir "$work/ensemble"
            done
            # what no predict is faster than: a program of nothing, with the flags of the launcher
            printf 'public class Empty { public static void main(String[] none) {} }' >"$work/Empty.java"
            javac -d "$work" "$work/Empty.java"
            measure "$runs" 'an empty program' \
                java -XX:+UseSerialGC -Xms64m -XX:TieredStopAtLevel=1 -cp "$work" Empty
            ;;
        import) imports ;;
        default)
            for algorithm in grep sort sgd kmeans pagerank; do
                pretrain "$runs" "c3o $algorithm" -tt c3o -a "$algorithm"
            done
            ;;
        original) pretrain "$runs" 'c3o grep, original-config' -tt c3o -a grep --config examples/original-config.yml ;;
        synthetic) synthetic ;;
    esac
done
