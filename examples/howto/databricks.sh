#!/bin/sh
# Runs a job of Databricks on a new cluster that is as large as its deadline needs.
set -eu
bellamy=${BELLAMY:-/opt/bellamy/bellamy}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Type and number of workers, of a data set that counts machines (scale_out: hosts); without an answer (exit code 6: nothing meets
# the deadline) nothing is run.
"$bellamy" predict -r "${1:-request.yml}" --max-runtime 1800 --format databricks --quiet >"$folder/size.json"

cat >"$folder/job.json" <<'JOB'
{
  "run_name": "nightly-orders",
  "tasks": [{
    "task_key": "orders",
    "new_cluster": {"spark_version": "16.4.x-scala2.12",
      "cluster_log_conf": {"dbfs": {"destination": "dbfs:/cluster-logs"}}},
    "spark_jar_task": {"main_class_name": "com.acme.Orders"},
    "libraries": [{"jar": "dbfs:/jobs/orders.jar"}]
  }]
}
JOB
jq -s '.[0].new_cluster as $size | .[1] | .tasks[0].new_cluster += $size' "$folder/size.json" "$folder/job.json" >"$folder/run.json"
# else it waits for the run to end, 20 minutes at most
databricks jobs submit --json "@$folder/run.json" --no-wait
