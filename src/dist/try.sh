#!/bin/sh
# Tries what src/dist/build.sh made in target/dist as users do: as nobody in particular, in an empty folder, with nothing on the
# PATH but what every system has, no network, and nothing that may be written but that folder. Must be begun by root, who can
# become another user; an unpacked root of another system, whose name may be given, is tried too.
set -eu
dist=$(CDPATH='' cd -- "$(dirname -- "$0")/../../target/dist" && pwd)
sources=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
other_root=${1:-}
user=65534
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM HUP
chmod 755 "$work"

fail() {
    echo "FAILED: $1" >&2
    exit 1
}

passed() {
    echo "passed: $1"
}

# what coreutils and a shell give, and no more
tools=$work/tools
mkdir "$tools"
for tool in sh tar gzip ls cat cp mv rm mkdir chmod dirname basename readlink env date head tr sleep; do
    ln -s "$(command -v "$tool")" "$tools/$tool"
done

# as FOLDER COMMAND...: as the user, in this folder, which alone may be written
as() {
    folder=$1
    shift
    bwrap --unshare-net --unshare-pid --unshare-ipc --cap-add ALL --ro-bind "${root:-/}" / --dev-bind /dev /dev --proc /proc \
        --bind "$folder" "$folder" --ro-bind "$work/logs" "$work/logs" --chdir "$folder" \
        setpriv --reuid=$user --regid=$user --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs \
        "$(command -v env)" -i PATH="${path:-$tools}" ${own_home:+HOME="$own_home"} "$@"
}

# all that FOLDER/bin/bellamy must do; FULL with training
try() {
    place=$1 full=$2 said=$work/said
    bellamy=$(ls -d "$place"/bellamy-*)/bin/bellamy
    home=$(dirname "$(dirname "$bellamy")")
    as "$place" "$bellamy" --version >"$said" || fail "--version"
    grep -q "Java 25" "$said" || fail "--version: $(cat "$said")"
    as "$place" "$bellamy" predict -r "$home/examples/request.yml" >"$said" || fail "predict"
    grep -q '^recommended: 12 x c4.2xlarge' "$said" || fail "predict: $(cat "$said")"
    as "$place" "$bellamy" predict -r "$home/examples/request.yml" --plot "$place/a picture.png" >/dev/null 2>"$said" ||
        fail "predict --plot: $(cat "$said")"
    as "$place" "$bellamy" suggest -r "$home/examples/request.yml" >/dev/null || fail "suggest"
    as "$place" "$bellamy" import spark "$work/logs" --into mine >/dev/null 2>"$said" || fail "import: $(cat "$said")"
    grep -q "can't be used" "$said" && fail "import: $(cat "$said")"
    serve
    if [ "$full" = true ]; then
        as "$place" "$bellamy" pretrain -tt bell -a grep --trials 2 --epochs 100 --quiet >"$said" 2>&1 || fail "pretrain: $(cat "$said")"
        [ "$(wc -l <"$said")" = 1 ] || fail "pretrain: $(cat "$said")"
        grep -q /models/bell/grep/ "$said" || fail "pretrain: $(cat "$said")"
    else
        as "$place" "$bellamy" pretrain -tt bell -a grep --quiet 2>"$said" && fail "pretrain without natives"
        grep -q "came without PyTorch" "$said" || fail "pretrain without natives: $(cat "$said")"
    fi
}

serve() {
    as "$place" sh -c "'$bellamy' serve --socket '$place/socket' >'$place/serving' 2>&1 &
        server=\$!
        for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            [ -S '$place/socket' ] && break
            sleep 1
        done
        [ -S '$place/socket' ] && kill \$server && wait \$server" || fail "serve: $(cat "$place/serving")"
}

unpacked() {
    mkdir "$1"
    tar xf "$dist"/bellamy-[0-9]*.[0-9]"$2"-linux-x86_64.tar.gz -C "$1" --no-same-owner
    chown -R $user:$user "$1"
}

cp -R "$sources/src/test/resources/spark-logs" "$work/logs"
for kind in '' -full; do
    full=$([ -z "$kind" ] && echo false || echo true)
    unpacked "$work/place" "$kind"
    try "$work/place" "$full"
    passed "archive$kind"
    mv "$work/place" "$work/a place"
    [ -z "$(find "$work/a place" -name 'hs_err*')" ] || fail "Java died"
    try "$work/a place" "$full"
    passed "archive$kind, moved to a path with a blank"
    if [ -n "$other_root" ]; then
        mv "$work/a place" "$work/place"
        mkdir -p "$other_root$work/place" "$other_root$work/logs"
        root=$other_root path=/usr/bin:/bin
        try "$work/place" "$full"
        root='' path=''
        rm -rf "${other_root:?}$work"
        passed "archive$kind, in $other_root ($(. "$other_root/etc/os-release" && echo "$PRETTY_NAME"))"
    fi
    rm -rf "$work/place" "$work/a place"
done

# packages, laid into a folder by dpkg, used by somebody who has a home, and removed
if [ -e "$(find "$dist" -name 'bellamy_*.deb')" ]; then
    installed=$work/installed said=$work/said own_home="$work/at home"
    mkdir -p "$installed/var/lib/dpkg/info" "$installed/var/lib/dpkg/updates" "$own_home"
    touch "$installed/var/lib/dpkg/status"
    chown $user:$user "$own_home"
    dpkg --root="$installed" --force-depends --install "$dist"/bellamy_*.deb >"$said" 2>&1 || fail "dpkg --install: $(cat "$said")"
    as "$own_home" "$installed/usr/bin/bellamy" --version >"$said" || fail "--version: $(cat "$said")"
    [ ! -e "$own_home/.local" ] || fail "--version laid out data"
    as "$own_home" "$installed/usr/bin/bellamy" predict -r "$installed/usr/lib/bellamy/examples/request.yml" >"$said" 2>&1 || fail "predict: $(cat "$said")"
    as "$own_home" "$installed/usr/bin/bellamy" pretrain -tt bell -a grep --quiet 2>"$said" && fail "pretrain without bellamy-training"
    dpkg --root="$installed" --force-depends --install "$dist"/bellamy-training_*.deb >"$said" 2>&1 || fail "dpkg --install: $(cat "$said")"
    as "$own_home" "$installed/usr/bin/bellamy" pretrain -tt bell -a grep --trials 1 --epochs 50 --quiet >"$said" 2>&1 || fail "pretrain: $(cat "$said")"
    [ "$(wc -l <"$said")" = 1 ] || fail "pretrain: $(cat "$said")"
    grep -q "$own_home/.local/share/bellamy/models/bell/grep" "$said" || fail "pretrain: $(cat "$said")"
    dpkg --root="$installed" --remove bellamy-training bellamy >"$said" 2>&1 || fail "dpkg --remove: $(cat "$said")"
    left=$(find "$installed" -path "$installed/var/lib/dpkg" -prune -o -type f -print)
    [ -z "$left" ] || fail "dpkg --remove leaves $left"
    passed "packages, installed and removed"
fi

# the image, its layers laid on one another: as its user, read only but for its models, which are another's in the folder outside
image=$(find "$dist" -maxdepth 1 -name 'bellamy-*-image-*.tar')
if [ -n "$image" ]; then
    rootfs=$work/rootfs said=$work/said
    mkdir -p "$work/image" "$rootfs" "$work/image models"
    tar xf "$image" -C "$work/image"
    for layer in $(tr ',' '\n' <"$work/image/manifest.json" | grep -o '[0-9a-f]*\.tar\.gz'); do
        tar xf "$work/image/$layer" --warning=no-unknown-keyword -C "$rootfs"
    done
    grep -q '"User":"65532:65532"' "$work/image/config.json" || fail "the image runs as $(grep -o '"User":[^,]*' "$work/image/config.json")"
    cp -R "$rootfs/bellamy/models/." "$work/image models"
    chown -R 65532:65532 "$work/image models"
    # within COMMAND...: as the image says, with a network of its own
    within() {
        unshare --mount --net --pid --fork sh -c 'rootfs=$1 models=$2 && shift 2 && ip link set lo up &&
            mount --bind "$rootfs" "$rootfs" && mount -o remount,ro,bind "$rootfs" && mount -t proc proc "$rootfs/proc" &&
            mount --bind "$models" "$rootfs/bellamy/models" && mount --bind /dev "$rootfs/dev" && cd "$rootfs/bellamy" || exit
            PATH=$PATH:/usr/sbin:/sbin
            java() {
                env -i LC_ALL=C.UTF-8 OMP_NUM_THREADS=1 "$(command -v chroot)" --userspec=65532:65532 "$rootfs" \
                    /opt/bellamy/runtime/bin/java @/opt/bellamy/java-options "$@"
            }
            '"$1"'' sh "$rootfs" "$work/image models" "$@"
    }
    within 'shift; java io.bellamy.cli.Main "$@"' predict -r /bellamy/examples/request.yml --plot /bellamy/models/picture.png >"$said" 2>&1 || fail "image, predict: $(cat "$said")"
    grep -q '^recommended: 12 x c4.2xlarge' "$said" || fail "image, predict: $(cat "$said")"
    within 'shift; java io.bellamy.cli.Main "$@"' pretrain -tt bell -a grep --trials 1 --epochs 50 --quiet >"$said" 2>&1 || fail "image, pretrain: $(cat "$said")"
    [ "$(wc -l <"$said")" = 1 ] || fail "image, pretrain: $(cat "$said")"
    grep -q '"Healthcheck":{"Test":\["CMD","/opt/bellamy/runtime/bin/java","@/opt/bellamy/java-options","-XX:TieredStopAtLevel=1","io.bellamy.cli.Probe","http://127.0.0.1:8787/readyz"\]' \
        "$work/image/config.json" || fail "the image has no health check"
    # shellcheck disable=SC2016 # the variables are those of the shell within
    within '
        probe() { java -XX:TieredStopAtLevel=1 io.bellamy.cli.Probe http://127.0.0.1:8787/readyz 2>/dev/null; }
        ! probe || exit 1
        java io.bellamy.cli.Main serve >/dev/null 2>&1 &
        for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            ! probe || exit 0
            sleep 1
        done
        exit 1' || fail "image, health check"
    passed "image, as its user, read only"
fi
