#!/usr/bin/env bash
# Evaluates what docs/EVALUATION.md shows and puts the results into docs/results. What was interrupted is taken up again.
#   src/bench/evaluate.sh [NAME...]     names: default seed-1 seed-2 filtered bell-local bell-c3o original (all without any)
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/bench/program.sh"
cd "$home"

# sets the options of an evaluation
options() {
    local two=(--methods 'bellamy,gaussian-process') bell=(--points 3-10 --methods 'bellamy,bell')
    case $1 in
        default) options=(-tt c3o) ;;
        seed-1 | seed-2) options=(-tt c3o --seed "${1#seed-}" "${two[@]}") ;;
        filtered) options=(-tt c3o --support filtered "${two[@]}") ;;
        bell-local) options=(-tt bell --support local "${bell[@]}") ;;
        bell-c3o) options=(-tt all -a 'grep,sgd,pagerank' --only 'environment=private cluster yarn' "${bell[@]}") ;;
        original) options=(-tt c3o --config examples/original-config.yml --methods bellamy) ;;
        *) sed -n '2,3s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
}

# the command as one would type it
shown() {
    local word
    printf ./bellamy
    for word; do
        case $word in
            *' '*) printf ' "%s"' "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
}

[ $# -gt 0 ] || set -- default seed-1 seed-2 filtered bell-local bell-c3o original
for name; do options "$name"; done
build_tests
program=$(program) # before results change files that git knows
for name; do
    options "$name"
    out=evaluation/$name
    resume=() seconds=$SECONDS
    [ ! -d "$out/parts" ] || resume=(--resume)
    ./bellamy evaluate "${options[@]}" --out "$out" "${resume[@]}" >/dev/null
    seconds=$((SECONDS - seconds))
    [ ${#resume[@]} = 0 ] || seconds=- # of a part
    run_tests_class io.bellamy.document.EvaluationReduction "$out" "$name" "$(shown evaluate "${options[@]}")" \
        "$program" "$(date +%F)" "$(machine)" "$seconds"
done
run_tests_class io.bellamy.document.Documents
