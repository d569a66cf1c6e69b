package io.bellamy.config;

import io.bellamy.training.Hyperparameters;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Parameter;
import io.bellamy.tuning.ParameterRange;
import io.bellamy.tuning.ParzenOptions;
import io.bellamy.tuning.RandomSampler;
import io.bellamy.tuning.Sampler;
import io.bellamy.tuning.SearchSpace;
import io.bellamy.tuning.TpeSampler;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what config.yml says of the search: scheduler, sampler, space, and what ends a trial. */
final class SearchReader {

    private static final int MOST_TRIALS = 100_000;
    private static final int MOST_CONCURRENT = 256;

    private final YamlSection root;

    SearchReader(YamlSection root) {
        this.root = root;
    }

    /** Empty where something is wrong, which is among the problems. */
    Optional<SearchOptions> read() {
        YamlSection run = root.section("tune_run");
        run.scalar("mode").ifPresent(mode -> mode.oneOf(List.of("min")));
        Validation.Metric metric = run.scalar("metric")
                .flatMap(value -> value.constant(Validation.Metric.class))
                .orElse(Validation.Metric.VALIDATION_LOSS);
        int trials = run.scalar("num_samples")
                .flatMap(number -> number.integer(1, MOST_TRIALS))
                .orElse(12);
        int patience = run.scalar("patience")
                .flatMap(number -> number.integer(1, MOST_TRIALS))
                .orElse(MOST_TRIALS);
        YamlSection limiter = root.section("concurrency_limiter");
        int concurrent = limiter.scalar("max_concurrent")
                .flatMap(number -> number.integer(1, MOST_CONCURRENT))
                .orElse(4);
        limiter.rejectUnknownKeys();
        bestTrial(root.section("tune_best_trial"));
        Optional<SearchOptions.Halving> halving = halving(root.section("scheduler"));
        OptionalDouble stopAt = stopAt(root.section("stopping_criterion"), metric);
        YamlSection optuna = root.section("optuna_search");
        Sampler sampler = sampler(optuna);
        YamlSection reporter = root.section("reporter");
        List<String> parameterColumns = columns(reporter, "parameter_columns", Hyperparameters.NAMES);
        List<String> metricColumns = columns(reporter, "metric_columns", metrics());
        reporter.rejectUnknownKeys();
        List<Parameter> parameters = space(run.section("config"));
        run.rejectUnknownKeys();
        if (parameters.isEmpty()) {
            run.problems()
                    .add(run.place("config") + ": must give values for at least one of "
                            + String.join(", ", Hyperparameters.NAMES));
            return Optional.empty();
        }
        return Optional.of(new SearchOptions(
                trials,
                patience,
                concurrent,
                new SearchSpace(parameters),
                metric,
                sampler,
                halving,
                stopAt,
                parameterColumns,
                metricColumns));
    }

    private static List<String> metrics() {
        return List.of(Validation.Metric.values()).stream()
                .map(metric -> metric.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void bestTrial(YamlSection best) {
        best.scalar("scope").ifPresent(scope -> scope.oneOf(List.of("all")));
        best.scalar("filter_nan_and_inf").ifPresent(filter -> filter.oneOf(List.of("true")));
        best.rejectUnknownKeys();
    }

    private static Optional<SearchOptions.Halving> halving(YamlSection scheduler) {
        if (scheduler.isEmpty()) {
            return Optional.empty();
        }
        int grace = scheduler
                .scalar("grace_period")
                .flatMap(number -> number.integer(1, ConfigurationReader.MOST_EPOCHS))
                .orElse(1);
        int factor = scheduler
                .scalar("reduction_factor")
                .flatMap(number -> number.integer(2, 1000))
                .orElse(4);
        scheduler.rejectUnknownKeys();
        return Optional.of(new SearchOptions.Halving(grace, factor));
    }

    private static OptionalDouble stopAt(YamlSection criterion, Validation.Metric metric) {
        criterion.scalar("relation").ifPresent(relation -> relation.oneOf(List.of("lt")));
        criterion.scalar("key").ifPresent(key -> key.oneOf(List.of(metric.name().toLowerCase(Locale.ROOT))));
        Optional<Double> threshold =
                criterion.scalar("threshold").flatMap(value -> value.number(-Double.MAX_VALUE, Double.MAX_VALUE));
        criterion.rejectUnknownKeys();
        return threshold.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Sampler sampler(YamlSection optuna) {
        String kind = optuna.scalar("sampler")
                .flatMap(value -> value.oneOf(List.of("tpe", "random")))
                .orElse("tpe");
        TpeSampler.TpeOptions usual = TpeSampler.TpeOptions.DEFAULTS;
        int startup = optuna.scalar("n_startup_trials")
                .flatMap(number -> number.integer(0, MOST_TRIALS))
                .orElse(usual.startupTrials());
        int candidates = optuna.scalar("n_ei_candidates")
                .flatMap(number -> number.integer(1, 10_000))
                .orElse(usual.eiCandidates());
        ParzenOptions parzen = parzen(optuna);
        optuna.rejectUnknownKeys();
        return kind.equals("random")
                ? new RandomSampler()
                : new TpeSampler(new TpeSampler.TpeOptions(startup, candidates, parzen));
    }

    private static ParzenOptions parzen(YamlSection optuna) {
        ParzenOptions usual = ParzenOptions.DEFAULTS;
        return new ParzenOptions(
                optuna.scalar("prior_weight")
                        .flatMap(weight -> weight.number(1e-9, 1e9))
                        .orElse(usual.priorWeight()),
                flag(optuna, "consider_prior", usual.considerPrior()),
                flag(optuna, "consider_magic_clip", usual.considerMagicClip()),
                flag(optuna, "consider_endpoints", usual.considerEndpoints()));
    }

    private static boolean flag(YamlSection section, String key, boolean usual) {
        return section.scalar(key).flatMap(YamlScalar::flag).orElse(usual);
    }

    private static List<String> columns(YamlSection reporter, String key, List<String> known) {
        List<String> columns = reporter.scalars(key).stream()
                .flatMap(column -> column.oneOf(known).stream())
                .toList();
        return columns.isEmpty() ? known : columns;
    }

    private static List<Parameter> space(YamlSection config) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : Hyperparameters.NAMES) {
            if (config.has(name)) {
                range(config, name).ifPresent(range -> parameters.add(new Parameter(name, range)));
            }
        }
        config.rejectUnknownKeys();
        return parameters;
    }

    /** A list of choices, a single value, or a range {@code {min, max, log, integer}}. */
    private static Optional<ParameterRange> range(YamlSection config, String name) {
        double most = name.equals(Hyperparameters.DROPOUT) ? 0.95 : 10;
        try {
            if (config.isSection(name)) {
                return numeric(config.section(name), most);
            }
            List<YamlScalar> values = config.isList(name)
                    ? config.scalars(name)
                    : config.scalar(name).stream().toList();
            List<Double> choices = values.stream()
                    .flatMap(value -> value.number(0, most).stream())
                    .toList();
            return choices.size() < values.size() ? Optional.empty() : Optional.of(new ParameterRange.Choices(choices));
        } catch (IllegalArgumentException e) {
            config.problems().add(config.place(name) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ParameterRange> numeric(YamlSection range, double most) {
        Optional<Double> min = range.requiredScalar("min").flatMap(value -> value.number(0, most));
        Optional<Double> max = range.requiredScalar("max").flatMap(value -> value.number(0, most));
        boolean log = range.scalar("log").flatMap(YamlScalar::flag).orElse(false);
        boolean integer = range.scalar("integer").flatMap(YamlScalar::flag).orElse(false);
        range.rejectUnknownKeys();
        return min.flatMap(low -> max.map(high -> new ParameterRange.NumericRange(low, high, log, integer)));
    }
}
