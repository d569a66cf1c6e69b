#!/usr/bin/env bash
# The service under load and faults; fails where an answer is wrong or lost. See docs/BENCHMARKS.md.
#   src/bench/serve.sh [-r RATE] [-t SECONDS] [PART...]     parts: steady connections changes full (all without any)
# steady sends RATE requests a second (500) for SECONDS (60); the last part needs root, which mounts a small disk.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
rate=500
seconds=60
while getopts r:t: option; do
    case $option in
        r) rate=$OPTARG ;;
        t) seconds=$OPTARG ;;
        *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- steady connections changes full
for part; do
    case $part in
        steady | connections | changes | full) ;;
        *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
done
# both sides of 10,000 connections
ulimit -n "$(ulimit -H -n)"

build_tests
cd "$home"
work=$(mktemp -d)
trap 'umount "$work/full" 2>/dev/null || :; rm -rf "$work"' EXIT
mkdir "$work/data" "$work/full"
cp -r data/c3o "$work/data/"
for seed in 1 2; do
    ./bellamy pretrain -tt c3o -a grep --quiet --force --seed $seed --trials 4 --data-dir "$work/data" --models-dir "$work/models" >/dev/null
done
case " $* " in
    *" full "*) mount -t tmpfs -o size=1m bellamy "$work/full" ;;
esac
echo "machine: $(machine), load $(cut -d ' ' -f 1-3 /proc/loadavg) before"
echo "date: $(date +%F)"
echo "program: $(program)"
run_tests_class io.bellamy.cli.ServiceLoad "$work" "$home/bellamy" "$rate" "$seconds" "$@"
