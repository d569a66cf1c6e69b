#!/usr/bin/env bash
# Holds probabilities of spilling and dying against jobs whose need of memory is known. See docs/MEMORY.md.
#   src/bench/memory.sh
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"

build_tests
run_tests_class io.bellamy.memory.MemoryBenchmark
