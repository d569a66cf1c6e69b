#!/usr/bin/env bash
# Pretrains on made-up histories whose truth is known, asks, and scores the answers. See docs/EVALUATION.md.
#   src/bench/histories.sh [--laws LAW,...] [--kinds KIND,...] [--seeds N,...]     --help tells of more
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
benchmark io.bellamy.histories.HistoryBenchmark "$@"
