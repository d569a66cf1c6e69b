#!/bin/sh
# Makes the container image of what src/dist/build.sh left in target/dist: from nothing, with the C library of the Debian that
# builds. Needs apt-get and dpkg-deb.
#   src/dist/image.sh VERSION TIME      begun by build.sh
set -eu
version=$1 time=$2
cd "$(dirname "$0")/../.."
out=$PWD/target/dist
root=$out/image/root
rm -rf "$out/image"
mkdir -p "$root/opt" "$root/tmp" "$root/proc" "$root/dev" "$root/etc" "$root/lib64" "$root/usr/lib/x86_64-linux-gnu" "$root/usr/share/doc" "$root/bellamy" "$out/image/packages" \
    "$out/image/jib/classes" # in which Jib looks for a program

cp -a "$out/bellamy-$version" "$root/opt/bellamy"
# data and models are beside the program, in a folder for volumes
for part in config.yml data models examples; do
    mv "$root/opt/bellamy/$part" "$root/bellamy/"
done
rm -r "$root/opt/bellamy/bellamy" "$root/opt/bellamy/bin" "$root/opt/bellamy/share" "$root/opt/bellamy/docs"

(cd "$out/image/packages" && apt-get -qq -o APT::Sandbox::User=root download libc6 libgcc-s1 libstdc++6)
for package in "$out/image/packages"/*.deb; do
    dpkg-deb -x "$package" "$out/image/files"
done
# by the names that programs ask for, as files of their own: an image has no links
for library in ld-linux-x86-64.so.2 libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 libstdc++.so.6; do
    cp -L "$(find "$out/image/files" -name "$library" | sort | tail -n 1)" "$root/usr/lib/x86_64-linux-gnu/$library"
done
mv "$root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" "$root/lib64/"
for package in libc6 libgcc-s1 libstdc++6; do
    mkdir "$root/usr/share/doc/$package"
    cp -L "$out/image/files/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/" 2>/dev/null ||
        cp "$out/image/files/usr/share/doc/gcc-12-base/copyright" "$root/usr/share/doc/$package/" 2>/dev/null || :
done
printf 'root:x:0:0:root:/:/\nbellamy:x:65532:65532:bellamy:/bellamy:/\n' >"$root/etc/passwd"
printf 'root:x:0:\nbellamy:x:65532:\n' >"$root/etc/group"
cat >"$root/opt/bellamy/java-options" <<'OPTIONS'
-XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning,cds*=off,aot*=off:stderr
-XX:+UseSerialGC -Xms64m -XX:SharedArchiveFile=/opt/bellamy/lib/classes.jsa
--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
-Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 -Dai.djl.pytorch.num_interop_threads=1
-Dbellamy.home=/bellamy -Dbellamy.natives=/opt/bellamy/lib/native
-cp /opt/bellamy/bellamy.jar
OPTIONS
# What watches the container asks the service within it, as the image that this one stands on says: nothing but that, since Jib has
# no other way to say it.
base=$out/image/base
mkdir "$base"
tar --format=ustar -cf "$base/layer.tar" --files-from /dev/null
cat >"$base/config.json" <<CONFIG
{"architecture": "amd64", "os": "linux",
 "config": {"Healthcheck": {
   "Test": ["CMD", "/opt/bellamy/runtime/bin/java", "@/opt/bellamy/java-options", "-XX:TieredStopAtLevel=1",
            "io.bellamy.cli.Probe", "http://127.0.0.1:8787/readyz"],
   "Interval": 30000000000, "Timeout": 10000000000, "StartPeriod": 30000000000, "Retries": 3}},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$(sha256sum "$base/layer.tar" | cut -d ' ' -f 1)"]},
 "history": [{"created": "$time", "created_by": "bellamy"}]}
CONFIG
echo '[{"Config": "config.json", "RepoTags": null, "Layers": ["layer.tar"]}]' >"$base/manifest.json"
tar -C "$base" -cf "$out/image/base.tar" config.json manifest.json layer.tar
mvn -B -q -f src/dist/image/pom.xml -Dimage.version="$version" -Dimage.time="$time" -Dimage.base="$out/image/base.tar" -Dimage.root="$root" -Dimage.work="$out/image/jib" \
    -Dimage.tar="$out/bellamy-$version-image-linux-x86_64.tar" package com.google.cloud.tools:jib-maven-plugin:buildTar
rm -rf "$out/image"
