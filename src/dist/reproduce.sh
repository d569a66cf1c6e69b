#!/bin/sh
# Builds all of target/dist twice, of the revision that is checked out, in two folders with other names, time zones, locales and umasks,
# and fails where a byte differs. Takes twice as long as mvn -Pdist.
#   src/dist/reproduce.sh [FOLDER]      FOLDER: for both (default: one among the temporary files)
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"

build() { # FOLDER TIME-ZONE LOCALE UMASK
    rm -rf "${work:?}/$1"
    git clone -q "$home" "$work/$1"
    (cd "$work/$1" && umask "$4" && TZ=$2 LC_ALL=$3 mvn -B -q -Pdist -DskipTests verify >"$work/$(basename "$1").log" 2>&1) || {
        tail -n 30 "$work/$(basename "$1").log" >&2
        exit 1
    }
}
build one UTC C.UTF-8 022
build another/folder Pacific/Auckland C 077

differ=0
for file in "$work/one/target/dist"/*; do
    [ -f "$file" ] || continue
    name=$(basename "$file")
    if cmp "$file" "$work/another/folder/target/dist/$name"; then
        echo "the same bytes: $name"
    else
        differ=1
    fi
done
exit $differ
