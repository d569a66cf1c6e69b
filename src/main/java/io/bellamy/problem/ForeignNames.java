package io.bellamy.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What other tools call the things that have a name here, so that their users find ours. */
public final class ForeignNames {

    private static final Map<String, List<String>> OURS = ours();

    private ForeignNames() {}

    private static Map<String, List<String>> ours() {
        Map<String, List<String>> ours = new HashMap<>();
        // searches: Optuna, Ray Tune, scikit-learn, Hyperopt
        add(ours, "lr", "learning_rate eta0 eta alpha step_size");
        add(ours, "weight_decay", "decay l2 l2_penalty");
        add(ours, "max", "high upper upper_bound max_value maximum stop");
        add(ours, "min", "low lower lower_bound min_value minimum start");
        add(ours, "integer", "int is_int");
        add(ours, "log", "log_scale loguniform logarithmic");
        add(ours, "num_samples", "n_trials num_trials max_trials trials n_iter max_evals n_samples");
        add(ours, "trials", "n_trials num_trials max_trials num_samples n_iter max_evals");
        add(ours, "max_concurrent", "n_jobs max_concurrent_trials max_workers parallelism");
        add(ours, "mode", "direction");
        add(ours, "seed", "random_state random_seed rng_seed");
        add(ours, "epochs", "max_epochs num_epochs n_epochs max_t max_iter iterations");
        add(ours, "grace_period", "min_resource min_epochs");
        add(ours, "reduction_factor", "eta");
        add(ours, "n_startup_trials", "n_initial_points n_initial");
        add(ours, "hidden_dim", "hidden_size units");
        add(ours, "batch_size", "batchsize minibatch_size");
        // clusters: Spark, EMR, Dataproc, Databricks, Kubernetes
        add(
                ours,
                "machine_type",
                "instance_type node_type node_type_id vm_type vm_size worker_type machine instance flavor");
        add(ours, "machine_types", "instance_types node_types vm_types worker_types machines");
        String numbers =
                "workers num_workers executors num_executors nodes num_nodes node_count instances instance_count"
                        + " replicas scale_out scale_outs";
        add(ours, "min_scale_out", numbers + " min_workers min_executors min_nodes min_instances min_replicas");
        add(ours, "max_scale_out", numbers + " max_workers max_executors max_nodes max_instances max_replicas");
        add(ours, "scale_out", numbers);
        add(ours, "slots", "cores num_cores vcpus vcpu cpus cpu executor_cores");
        add(ours, "memory", "ram mem memory_mb memory_gb executor_memory");
        add(ours, "training_target", "dataset data_set target training_data");
        add(ours, "algorithm", "algo job job_name app application workload");
        add(
                ours,
                "data_size_MB",
                "input_size data_size dataset_size input_size_mb size_mb input_mb data_size_gb input_size_gb");
        add(ours, "job_args", "args arguments parameters params job_arguments");
        add(ours, "essential_properties", "properties context");
        add(
                ours,
                "max_runtime",
                "max_runtime_seconds max_seconds max_time time_limit deadline timeout max_duration runtime_target"
                        + " target_runtime slo");
        add(ours, "max_cost", "budget max_price cost_limit max_budget");
        add(ours, "objective", "goal optimize optimise optimize_for minimize metric");
        add(ours, "confidence", "confidence_level probability");
        add(ours, "interval", "prediction_interval confidence_interval");
        add(ours, "per_hour", "hourly hourly_price price_per_hour");
        add(ours, "minimum_seconds", "min_seconds minimum_billing min_billing_seconds");
        // tables: pandas, Excel
        add(ours, "separator", "sep delimiter delim");
        add(ours, "file", "path filename file_name csv source");
        add(ours, "runtime", "duration elapsed time seconds gross_runtime");
        add(ours, "measured_at", "timestamp date datetime measured");
        add(ours, "rows", "filter where query");
        add(ours, "column", "col field name");
        add(ours, "template", "format pattern");
        add(ours, "constant", "value const default");
        // folders and options of the command line
        add(ours, "path_to_pretrain_dir", "models_dir model_dir models");
        add(ours, "path_to_data_dir", "data_dir data");
        add(ours, "data_dir", "data path_to_data_dir");
        add(ours, "models_dir", "model_dir models path_to_pretrain_dir");
        add(ours, "config", "configuration conf config_file");
        add(ours, "request", "input requests");
        add(ours, "output", "format_output output_format json");
        add(ours, "quiet", "silent q");
        add(ours, "logging_level", "verbose debug log_level loglevel v");
        add(ours, "out", "output_dir out_dir");
        return Map.copyOf(ours);
    }

    private static void add(Map<String, List<String>> names, String ours, String others) {
        for (String other : others.split(" ", -1)) {
            names.merge(other, List.of(ours), (one, more) -> Stream.concat(one.stream(), more.stream())
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
