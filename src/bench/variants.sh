#!/usr/bin/env bash
# Makes variants of C3O, evaluates or asks there, and scores the answers. See docs/EVALUATION.md.
#   src/bench/variants.sh [--variants VARIANT,...] [--seeds N,...] [--splits N]     --help tells of more
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
cd "$home"
benchmark io.bellamy.histories.VariantBenchmark "$@"
