package io.bellamy.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What other tools call the things that have a name here, so that their users find ours. */
public final class ForeignNames {

    private static final Map<String, List<String>> OURS = new HashMap<>();

    static {
        // searches: Optuna, Ray Tune, scikit-learn, Hyperopt
        add("lr", "learning_rate eta0 eta alpha step_size");
        add("weight_decay", "decay l2 l2_penalty");
        add("max", "high upper upper_bound max_value maximum stop");
        add("min", "low lower lower_bound min_value minimum start");
        add("integer", "int is_int");
        add("log", "log_scale loguniform logarithmic");
        add("num_samples", "n_trials num_trials max_trials trials n_iter max_evals n_samples");
        add("trials", "n_trials num_trials max_trials num_samples n_iter max_evals");
        add("max_concurrent", "n_jobs max_concurrent_trials max_workers parallelism");
        add("mode", "direction");
        add("seed", "random_state random_seed rng_seed");
        add("epochs", "max_epochs num_epochs n_epochs max_t max_iter iterations");
        add("grace_period", "min_resource min_epochs");
        add("reduction_factor", "eta");
        add("n_startup_trials", "n_initial_points n_initial");
        add("hidden_dim", "hidden_size units");
        add("batch_size", "batchsize minibatch_size");
        // clusters: Spark, EMR, Dataproc, Databricks, Kubernetes
        add("machine_type", "instance_type node_type node_type_id vm_type vm_size worker_type machine instance flavor");
        add("machine_types", "instance_types node_types vm_types worker_types machines");
        String numbers =
                "workers num_workers executors num_executors nodes num_nodes node_count instances instance_count"
                        + " replicas scale_out scale_outs";
        add("min_scale_out", numbers + " min_workers min_executors min_nodes min_instances min_replicas");
        add("max_scale_out", numbers + " max_workers max_executors max_nodes max_instances max_replicas");
        add("scale_out", numbers);
        add("slots", "cores num_cores vcpus vcpu cpus cpu executor_cores");
        add("memory", "ram mem memory_mb memory_gb executor_memory");
        add("training_target", "dataset data_set target training_data");
        add("algorithm", "algo job job_name app application workload");
        add(
                "data_size_MB",
                "input_size data_size dataset_size input_size_mb size_mb input_mb data_size_gb input_size_gb");
        add("job_args", "args arguments parameters params job_arguments");
        add("essential_properties", "properties context");
        add(
                "max_runtime",
                "max_runtime_seconds max_seconds max_time time_limit deadline timeout max_duration runtime_target"
                        + " target_runtime slo");
        add("max_cost", "budget max_price cost_limit max_budget");
        add("objective", "goal optimize optimise optimize_for minimize metric");
        add("confidence", "confidence_level probability");
        add("interval", "prediction_interval confidence_interval");
        add("per_hour", "hourly hourly_price price_per_hour");
        add("minimum_seconds", "min_seconds minimum_billing min_billing_seconds");
        // tables: pandas, Excel
        add("separator", "sep delimiter delim");
        add("file", "path filename file_name csv source");
        add("runtime", "duration elapsed time seconds gross_runtime");
        add("measured_at", "timestamp date datetime measured");
        add("rows", "filter where query");
        add("column", "col field name");
        add("template", "format pattern");
        add("constant", "value const default");
        // folders and options of the command line
        add("path_to_pretrain_dir", "models_dir model_dir models");
        add("path_to_data_dir", "data_dir data");
        add("data_dir", "data path_to_data_dir");
        add("models_dir", "model_dir models path_to_pretrain_dir");
        add("config", "configuration conf config_file");
        add("request", "input requests");
        add("output", "format_output output_format json");
        add("quiet", "silent q");
        add("logging_level", "verbose debug log_level loglevel v");
        add("out", "output_dir out_dir");
    }

    private ForeignNames() {}

    private static void add(String ours, String others) {
        for (String other : others.split(" ", -1)) {
            OURS.merge(other, List.of(ours), (one, more) -> Stream.concat(one.stream(), more.stream())
                    .toList());
        }
    }

    /** What a name of another tool may be called here; empty where it is not known. */
    public static List<String> ours(String name) {
        String normal =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replace('-', '_').toLowerCase(Locale.ROOT);
        return OURS.getOrDefault(normal, List.of());
    }
}
