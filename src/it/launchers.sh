#!/usr/bin/env bash
# What spark-submit and spark-conf are told, told to a real Spark: a standalone cluster of 3 workers with 2 cores each must give the
# application exactly the executors that were recommended for 2 machines.
#   src/it/launchers.sh [FOLDER]      FOLDER: for Spark and the data (default: target/spark-it); needs 3 GB of memory
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/src/it/spark/local.sh"
prepare "${1:-$home/target/spark-it}"
package executors "$it/Executors.java"
server_memory=384m cluster 17277 18290 2 1200m

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
