# What the scripts beside this one share; $home is the folder of the project.

# the program as its results name it
program() {
    echo "$("$home/bellamy" --version | sed -n '1s/^bellamy \([^ ]*\).*/\1/p'), $(revision)"
}

revision() {
    git -C "$home" describe --always --dirty 2>/dev/null || echo unknown
}

machine() {
    echo "$(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)," \
        "$(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo)"
}

# the tests' classes beside the build with its libraries, which the launcher sees to
build_tests() {
    "$home/bellamy" --version >/dev/null
    (cd "$home" && mvn -B -q -Dstyle.color=never test-compile >&2)
}

run_tests_class() {
    java -cp "$home/target/test-classes:$home/target/classes:$home/target/lib/*" "$@"
}

# runs a benchmark beside the launcher, with a folder that is removed afterwards
benchmark() { # CLASS ARGUMENT...
    local class=$1
    shift
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    build_tests
    run_tests_class "$class" "$home/bellamy" "$work" "$@"
    echo "$(machine); bellamy $(program)"
}
