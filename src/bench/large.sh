#!/usr/bin/env bash
# Times what one job costs among ten million runs in Parquet, sorted by job and by night. See docs/BENCHMARKS.md.
#   src/bench/large.sh [--jobs N] [--runs N] [--parts N] [--rounds N] [--data DIR] [--read-only]     --help tells of more
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
benchmark io.bellamy.histories.LargeBenchmark "$@"
