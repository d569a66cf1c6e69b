#!/usr/bin/env bash
# Times three nights of a fleet of made-up jobs: all new, a few changed, none. See docs/BENCHMARKS.md.
#   src/bench/fleet.sh [--jobs N] [--runs N] [--changed N]     --help tells of more
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build_tests
run_tests_class io.bellamy.histories.FleetBenchmark "$home/bellamy" "$work" "$@"
echo "$(machine); bellamy $(program)"
