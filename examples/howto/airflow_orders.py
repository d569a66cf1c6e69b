"""Orders of the night: Bellamy says how many executors, Spark runs, Bellamy learns from the run."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

BELLAMY = "/opt/bellamy/bellamy"  # on the workers, each with the same BELLAMY_HOME, on a disk that they share

with DAG(
    dag_id="nightly_orders",
    start_date=datetime(2026, 1, 1),
    schedule="30 1 * * *",
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=5)},
) as dag:
    # The last line that a BashOperator prints is its answer. Where nothing meets the deadline (exit code 6), or Bellamy fails,
    # the job runs on 8 executors.
    size = BashOperator(
        task_id="size",
        bash_command=f"{BELLAMY} predict -tt mine -a nightly-orders --max-runtime 1800 -o json --quiet"
        " | jq -s 'map(.recommendation | select(.meets_limit) | .scale_out) + [8] | .[0]'",
        do_xcom_push=True,
    )
    orders = SparkSubmitOperator(
        task_id="orders",
        application="/opt/jobs/orders.jar",
        java_class="com.acme.Orders",
        name="nightly-orders",
        num_executors="{{ ti.xcom_pull(task_ids='size') }}",
        executor_cores=4,
        executor_memory="8g",
    )
    learn = BashOperator(
        task_id="learn",
        bash_command=f"{BELLAMY} import spark http://history:18080 --into mine --quiet"
        f" && {BELLAMY} pretrain -tt mine -a all --if-stale --quiet",
        trigger_rule="all_done",  # a run that failed is known, too
    )
    size >> orders >> learn
