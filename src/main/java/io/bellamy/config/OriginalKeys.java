package io.bellamy.config;

import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;

/** Keys of the original's configuration that mean nothing on this engine; they may stand there. */
final class OriginalKeys {

    /** Empty is the top level. */
    private record In(String section, List<String> keys) {}

    private static final List<In> WITHOUT_MEANING = List.of(
            new In("", List.of("path_to_temp_dir", "job_types")),
            new In(
                    "model_setup",
                    List.of("training_loss_args", "fine_tuning_loss_args", "loss_args", "device", "follow_batch")),
            new In("pipeline", List.of("extra_columns")),
            new In("reuse_for_fine_tuning", List.of("loss_args")),
            new In(
                    "tune_run",
                    List.of(
                            "checkpoint_score_attr",
                            "keep_checkpoints_num",
                            "local_dir",
                            "resources_per_trial",
                            "verbose")),
            new In("optuna_search", List.of("constant_liar", "group", "multivariate", "warn_independent_sampling")));

    private OriginalKeys() {}

    /** Those that are there, with their sections' names; none is unknown from here on. */
    static List<String> withoutMeaning(YamlSection root) {
        List<String> there = new ArrayList<>();
        for (In in : WITHOUT_MEANING) {
            YamlSection section = in.section.isEmpty() ? root : root.section(in.section);
            String path = in.section.isEmpty() ? "" : in.section + ".";
            in.keys.stream().filter(section::has).forEach(key -> there.add(path + key));
        }
        return there;
    }
}
