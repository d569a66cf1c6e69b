#!/bin/sh
# Makes what can be downloaded, in target/dist, of the build in target: begun by mvn -B -Pdist -DskipTests verify, which gives
# the version, the class path of this folder's Java, the seconds since 1970 that all files get, and the platform.
set -eu
version=$1 classpath=$2 platform=$4
SOURCE_DATE_EPOCH=$(date -u -d "$3" +%s)
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS BELLAMY_JAVA_OPTS BELLAMY_HOME
umask 022
cd "$(dirname "$0")/../.."
home=$PWD
out=$home/target/dist
name=bellamy-$version
tree=$out/$name

# the Java whose runtime is shipped: the newest with long support that is there
jdk=${DIST_JDK:-${JAVA_HOME_25_X64:-$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25*' 2>/dev/null | sort | head -n 1)}}
[ -x "$jdk/bin/jlink" ] || {
    echo "there is no JDK 25: set DIST_JDK to one" >&2
    exit 1
}
# what the libraries need, by jdeps; a runtime without jdk.charsets would not read tables in encodings of old
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.management,jdk.net,jdk.security.auth,jdk.unsupported

rm -rf "$out"
mkdir -p "$tree/bin" "$tree/lib/native"

tool() {
    "$jdk/bin/java" -cp "$classpath" "$@"
}

# the launcher: what both have in common stands in that of the checkout
awk -v common="$home/bellamy" -f src/dist/bin/compose.awk src/dist/bin/bellamy >"$tree/bin/bellamy"
chmod 755 "$tree/bin/bellamy"
ln -s bin/bellamy "$tree/bellamy" # as in a checkout, so that documents hold for both

"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$tree/runtime"
cp "$jdk/NOTICE" "$tree/runtime/NOTICE" 2>/dev/null || :
# by what Java looks for where the system has no fonts
fonts=$(echo "$classpath" | tr ':' '\n' | grep '/jasperreports-fonts-')
mkdir -p "$tree/runtime/lib/fonts"
for file in DejaVuSans.ttf DejaVuSans-Bold.ttf LICENSE; do
    unpacked=net/sf/jasperreports/fonts/dejavu/$file
    (cd "$out" && "$jdk/bin/jar" xf "$fonts" "$unpacked" && mv "$unpacked" "$tree/runtime/lib/fonts/")
done
rm -r "$out/net"
cp src/dist/fonts/fontconfig.properties "$tree/runtime/lib/"

cp target/bellamy.jar "$tree/"
tool io.bellamy.dist.SlimLibraries target/lib "$tree/lib"
training=$out/training/$name/lib/native
tool io.bellamy.natives.NativeParts "$tree/lib/native" "$training"
tool io.bellamy.cli.Manual "$tree/share"
cp -R config.yml data examples LICENSE NOTICE README.md CHANGELOG.md SECURITY.md docs "$tree/"
rm -rf "$tree/docs/results"
cp target/bellamy-bom.json "$tree/" # which Maven makes only where it may reach its repositories, so without -o
mkdir "$tree/models"
cp models/README.md "$tree/models/"
chmod -R u=rwX,go=rX "$tree" "$out/training"

# Java takes archives of classes only for jars with the times that they had
dated() {
    find "$@" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}
dated "$tree" "$out/training"

work=$out/work
mkdir "$work"
export OMP_NUM_THREADS=1 OPT_OUT_TRACKING=true
silent="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable"
run() {
    # shellcheck disable=SC2086 # the options are words
    "$tree/runtime/bin/java" -XX:+UseSerialGC $silent -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
        -Dai.djl.pytorch.num_interop_threads=1 -Dbellamy.home="$tree" -Dbellamy.natives="$training" "$@" </dev/null >/dev/null
}

# A model of grep, so that there is something to ask at once. It has the time that all files have, and not how long it took,
# so that it is the same whenever it is made.
run -cp "$tree/bellamy.jar" io.bellamy.cli.Main pretrain -tt c3o -a grep --quiet --models-dir "$work/models"
made=$work/models/c3o/grep
version_made=$(ls -d "$made"/2*)
mkdir -p "$tree/models/c3o/grep"
stamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%dT%H%M%S.000Z)
mv "$version_made" "$tree/models/c3o/grep/$stamp"
sed "s/$(basename "$version_made")/$stamp/" "$made/latest" >"$tree/models/c3o/grep/latest"
(
    cd "$tree/models/c3o/grep/$stamp"
    sed -i -e "s/^  \"version\" : .*/  \"version\" : \"$stamp\",/" -e 's/^  "seconds" : .*/  "seconds" : 0.0,/' \
        -e "s/^  \"created\" : .*/  \"created\" : \"$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)\",/" manifest.json
    sha256sum manifest.json >manifest.sha256
)
run -cp "$tree/bellamy.jar" io.bellamy.cli.Main models verify

# Prepared in an archive, classes are there at once; linked ahead of time they would all be loaded at each start. What a prediction
# and an import load is listed, but for what only threads load that meet, and for what is numbered, so that the list is the same
# each time; and so is the place of the jar, which Java writes down, but only compares what follows what all have in common. It
# must be there, though: Java looks for it at each class until it finds it, which takes a tenth of a start. So the launcher has
# the installation open under the same number. What a class refers to (@cp) is listed for the program and its command line, and
# after the classes, which must be known by then.
rehearse() {
    run -XX:DumpLoadedClassList="$work/$1.list" -Djdk.reflect.useNativeAccessorOnly=true -cp "$tree/bellamy.jar" io.bellamy.cli.Main "$@"
}
rehearse predict -r "$tree/examples/request.yml" --quiet
rehearse import spark src/test/resources/spark-logs --into rehearsal --data-dir "$work/data" --quiet
{
    cat "$work/predict.list" "$work/import.list" | sed -e '/^#/d' -e '/^@cp /d' -e '/ source: /d' -e 's/ id: [0-9]*$//' |
        grep -v -e ThreadLocalRandom -e jdk/internal/util/random/ -e 'ConcurrentHashMap.*\(CounterCell\|ForwardingNode\)'
    grep '^@cp \(io/bellamy\|picocli\)/' "$work/predict.list"
} | sort -ru >"$work/classes"
archived() {
    # shellcheck disable=SC2086
    (cd "$tree" && exec 9<. && runtime/bin/java -XX:+UseSerialGC $silent -Xshare:dump -XX:SharedClassListFile="$work/classes" \
        -XX:SharedArchiveFile="$work/$1" -cp /proc/self/fd/9/bellamy.jar >/dev/null 2>&1)
}
archived once
archived again
tool io.bellamy.dist.UndatedArchive "$work/once" "$work/again" "$tree/lib/classes.jsa"
chmod -R u=rwX,go=rX "$tree"
dated "$tree"

# the same bytes whenever and by whomever it is made
pack() {
    (cd "$1" && tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$name") |
        gzip -n >"$2"
}
pack "$out" "$out/$name-$platform.tar.gz"
cp -al "$tree" "$out/small"
cp -al "$out/training/$name/." "$tree/"
dated "$tree/lib/native"
pack "$out" "$out/$name-full-$platform.tar.gz"

# of a package, which belongs to the system: /usr/lib/bellamy, and what the system looks for elsewhere
debian() {
    package=$1 depends=$2 description=$3
    usr=$out/deb/$package/usr
    mkdir -p "$out/deb/$package/DEBIAN" "$usr/share/doc/$package"
    cp "$home/NOTICE" "$usr/share/doc/$package/copyright"
    cat >"$out/deb/$package/DEBIAN/control" <<CONTROL
Package: $package
Version: $version
Architecture: amd64
Maintainer: the maintainers of Bellamy
Section: science
Priority: optional
Installed-Size: $(du -sk --apparent-size "$usr" | cut -f 1)
Depends: $depends
Description: $description
CONTROL
    chmod -R u=rwX,go=rX "$out/deb/$package"
    dated "$out/deb/$package"
    dpkg-deb --root-owner-group -Zgzip --build "$out/deb/$package" "$out/${package}_${version}_amd64.deb" >/dev/null
}
if [ "$platform" = linux-x86_64 ] && command -v dpkg-deb >/dev/null; then
    usr=$out/deb/bellamy/usr
    mkdir -p "$usr/lib" "$usr/bin" "$usr/share/man" "$usr/share/bash-completion/completions" \
        "$usr/share/zsh/vendor-completions" "$usr/share/fish/vendor_completions.d" "$usr/share/doc/bellamy"
    cp -al "$out/small" "$usr/lib/bellamy"
    rm "$usr/lib/bellamy/bellamy"
    : >"$usr/lib/bellamy/.packaged"
    ln -s ../lib/bellamy/bin/bellamy "$usr/bin/bellamy"
    cp -R "$tree/share/man/man1" "$usr/share/man/"
    gzip -n "$usr/share/man/man1"/*
    cp "$tree/share/completions/bellamy.bash" "$usr/share/bash-completion/completions/bellamy"
    cp "$tree/share/completions/_bellamy" "$usr/share/zsh/vendor-completions/"
    cp "$tree/share/completions/bellamy.fish" "$usr/share/fish/vendor_completions.d/"
    rm -r "$usr/lib/bellamy/share"
    mv "$usr/lib/bellamy/docs" "$usr/lib/bellamy/README.md" "$usr/lib/bellamy/CHANGELOG.md" "$usr/lib/bellamy/SECURITY.md" "$usr/share/doc/bellamy/"
    debian bellamy "libc6 (>= 2.17)" "predicts how long Spark and Flink jobs run on a cluster of a given size"
    mkdir -p "$out/deb/bellamy-training/usr/lib/bellamy/lib"
    cp -al "$training" "$out/deb/bellamy-training/usr/lib/bellamy/lib/native"
    debian bellamy-training "bellamy (= $version), libc6 (>= 2.29), libstdc++6 (>= 9), libgomp1" "what Bellamy needs to train models (PyTorch, XGBoost)"
fi
if [ "$platform" = linux-x86_64 ] && command -v apt-get >/dev/null; then
    src/dist/image.sh "$version" "$3"
fi
rm -rf "$work" "$out/training" "$out/deb" "$out/small"
# what is there, and whose it is, where there is a key
(cd "$out" && find . -maxdepth 1 -type f \( -name '*.tar*' -o -name '*.deb' \) -printf '%f\n' | sort | xargs sha256sum >SHA256SUMS)
[ -z "${SIGNING_KEY:-}" ] || gpg --batch --yes --local-user "$SIGNING_KEY" --armor --detach-sign "$out/SHA256SUMS"
ls -l "$out"
