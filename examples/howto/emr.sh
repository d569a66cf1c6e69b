#!/bin/sh
# Starts a cluster of Amazon EMR that is as large as the job's deadline needs, runs the job as a step, and ends with it.
set -eu
bellamy=${BELLAMY:-/opt/bellamy/bellamy}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Instances, limits and Spark's defaults, of a data set that counts machines (scale_out: hosts); without an answer (exit code 6:
# nothing meets the deadline) there is no cluster.
"$bellamy" predict -r "${1:-request.yml}" --max-runtime 1800 --format emr --quiet >"$folder/size.json"

cat >"$folder/job.json" <<'JOB'
{
  "Name": "nightly-orders",
  "ReleaseLabel": "emr-7.9.0",
  "Applications": [{"Name": "Spark"}],
  "LogUri": "s3://acme-logs/emr/",
  "ServiceRole": "EMR_DefaultRole",
  "JobFlowRole": "EMR_EC2_DefaultRole",
  "Instances": {"KeepJobFlowAliveWhenNoSteps": false, "Ec2SubnetId": "subnet-0123456789abcdef0"},
  "Configurations": [{"Classification": "spark-defaults",
    "Properties": {"spark.eventLog.enabled": "true", "spark.eventLog.dir": "s3://acme-logs/spark/"}}],
  "Steps": [{"Name": "orders", "ActionOnFailure": "TERMINATE_CLUSTER", "HadoopJarStep": {"Jar": "command-runner.jar",
    "Args": ["spark-submit", "--name", "nightly-orders", "--class", "com.acme.Orders", "s3://acme-jobs/orders.jar"]}}]
}
JOB
# both have defaults of Spark: those of the job come first
jq -s '.[0] as $size | .[1] as $job | ($size * $job) |
    .Configurations[0].Properties = $size.Configurations[0].Properties + $job.Configurations[0].Properties' \
    "$folder/size.json" "$folder/job.json" >"$folder/cluster.json"
aws emr run-job-flow --cli-input-json "file://$folder/cluster.json"
