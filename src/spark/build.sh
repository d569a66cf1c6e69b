#!/bin/sh
# Makes target/bellamy-spark.jar of the program in target and of the sources beside this script, and runs its tests.
#   src/spark/build.sh NAME MAVEN [OPTIONS OF MAVEN]      begun by the profile spark
set -eu
name=$1 maven=$2
shift 2
cd "$(dirname "$0")/../.."
inside=target/spark/jar/bellamy
rm -rf "$inside/io/bellamy" target/spark/jar/io
cp -R target/plain-classes/. "$inside"
cp LICENSE NOTICE target/spark/jar/
# by which a model's manifest names the program, here as on one machine
sha256sum "target/$name.jar" | cut -d ' ' -f 1 >"$inside/program.sha256"
exec "$maven" -B -q -f src/spark/pom.xml "$@" verify
