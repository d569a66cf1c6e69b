#!/usr/bin/env bash
# Fills in the tables of README.md and docs/ of the results in docs/results and of the command line as it is.
#   src/bench/documents.sh            names the documents that it changed
#   src/bench/documents.sh --jmh      takes target/jmh.json over into docs/results before
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
cd "$home"
case ${1:-} in
    '' | --jmh) build_tests ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
[ -z "${1:-}" ] ||
    run_tests_class io.bellamy.document.JmhResult target/jmh.json "$(program)" "$(date +%F)" "$(machine)"
run_tests_class io.bellamy.document.Documents
