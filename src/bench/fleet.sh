#!/usr/bin/env bash
# Times three nights of a fleet of made-up jobs: all new, a few changed, none. See docs/BENCHMARKS.md.
#   src/bench/fleet.sh [--jobs N] [--runs N] [--changed N]     --help tells of more
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
benchmark io.bellamy.histories.FleetBenchmark "$@"
