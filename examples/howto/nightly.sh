#!/bin/sh
# Starts a job on as many executors as its deadline needs, then learns from the run. For cron, or a timer of systemd.
set -eu
bellamy=${BELLAMY:-/opt/bellamy/bellamy}
logs=${SPARK_LOGS:-/var/log/spark-events} # a folder, or http://history-server:18080

# Exit code 6: nothing meets the deadline. Whatever it is, the job runs, as large as it was before there was an answer.
size=$("$bellamy" predict -tt mine -a nightly-orders --max-runtime 1800 --format spark-submit --quiet) ||
    size='--num-executors 8 --executor-cores 4 --executor-memory 8g'

# shellcheck disable=SC2086 # the options are words
spark-submit $size --name nightly-orders --class com.acme.Orders /opt/jobs/orders.jar

"$bellamy" import spark "$logs" --into mine --quiet >/dev/null
"$bellamy" pretrain -tt mine -a all --if-stale --quiet >/dev/null
