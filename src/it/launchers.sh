#!/usr/bin/env bash
# What spark-submit and spark-conf are told, told to a real Spark: a standalone cluster of 3 workers with 2 cores each must give the
# application exactly the executors that were recommended for 2 machines.
#   src/it/launchers.sh [FOLDER]      FOLDER: for Spark and the data (default: target/spark-it); needs 3 GB of memory
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
it=$home/src/it/spark
mkdir -p "${1:-$home/target/spark-it}"
work=$(cd "${1:-$home/target/spark-it}" && pwd)
master=spark://127.0.0.1:17277
export SPARK_HOME=$work/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 SPARK_NO_DAEMONIZE=1 SPARK_WORKER_DIR=$work/workers
export LC_ALL=C.UTF-8
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || :' EXIT

opens=-XX:+IgnoreUnrecognizedVMOptions
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
spark() { # CLASS ARGUMENTS
    # shellcheck disable=SC2086 # the options are words
    java $opens -Xmx512m -cp "$SPARK_HOME/jars/*" "$@"
}
server() { # NAME CLASS ARGUMENTS
    local name=$1
    shift
    # shellcheck disable=SC2086 # the options are words
    java $opens -Xmx384m -cp "$SPARK_HOME/jars/*" "$@" >"$work/launch-$name.log" 2>&1 &
    pids+=($!)
}
mkdir -p "$work/launch-classes"
[ -d "$SPARK_HOME/jars" ] ||
    mvn -q -B -f "$it/pom.xml" dependency:copy-dependencies -DoutputDirectory="$SPARK_HOME/jars" -DincludeScope=runtime
javac -cp "$SPARK_HOME/jars/*" -d "$work/launch-classes" "$it/Executors.java"
jar cf "$work/executors.jar" -C "$work/launch-classes" .

server master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17277 --webui-port 18290
for i in 1 2 3; do
    server "worker$i" org.apache.spark.deploy.worker.Worker --host 127.0.0.$i --cores 2 --memory 1200m --webui-port $((18290 + i)) $master
done
for _ in $(seq 90); do
    ! curl -fs http://127.0.0.1:18290/json/ 2>/dev/null | grep -q '"aliveworkers" *: *3' || break
    sleep 1
done

# machines of 2 cores, of whose 1200 MB an executor has most
sed -e "s|^path_to_\(.*\)_dir: \(.*\)|path_to_\1_dir: $home/\2|" -e 's|manager: yarn|manager: standalone|' \
    -e 's|standalone: 0.9|standalone: 1.0|' "$home/config.yml" >"$work/launch.yml"
cat >"$work/launch-request.yml" <<END
training_target: c3o
algorithm: grep
min_scale_out: 2
max_scale_out: 2
essential_properties: {machine_type: c4.2xlarge, data_size_MB: 15150, job_args: computer}
optional_properties_per_node: {slots: 2, memory: 1200}
END
tell() { # FORM OPTIONS
    "$home/bellamy" predict -r "$work/launch-request.yml" --config "$work/launch.yml" \
        --models-dir "$home/src/test/resources/stored/documents" --format "$@"
}
submit() { # OPTIONS
    spark org.apache.spark.deploy.SparkSubmit --class Executors --master $master "$@" \
        --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 "$work/executors.jar" 2 \
        2>"$work/launch-job.log" || { cat "$work/launch-job.log" >&2 && exit 1; }
}
expect() { # TEXT TOLD
    echo "$2"
    [ "$1" = "$2" ] || { echo "expected: $1" >&2 && exit 1; }
}
options=$(tell spark-submit)
echo "spark-submit $options"
# shellcheck disable=SC2086 # the options are words
expect "executors 2 of 2 cores and 816m" "$(submit $options)"
options=$(tell spark-submit --dynamic)
echo "spark-submit $options"
# shellcheck disable=SC2086 # the options are words
expect "executors 2 of 2 cores and 816m, 2 to 2" "$(submit $options)"
tell spark-conf >"$work/launch.conf"
sed 's/^/    /' "$work/launch.conf"
expect "executors 2 of 2 cores and 816m" "$(submit --properties-file "$work/launch.conf")"
echo "the application gets exactly these executors"
