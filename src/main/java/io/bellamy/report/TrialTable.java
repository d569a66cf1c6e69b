package io.bellamy.report;

import io.bellamy.training.Pretraining;
import io.bellamy.training.Validation;
import io.bellamy.tuning.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The trials of a search as a table: what each chose and how good it was at its best epoch. */
public final class TrialTable {

    private final List<String> parameterColumns;
    private final List<String> metricColumns;

    public TrialTable(List<String> parameterColumns, List<String> metricColumns) {
        this.parameterColumns = parameterColumns;
        this.metricColumns = metricColumns;
    }

    /** One line a trial, the best one marked. */
    public String render(Pretraining.Result result) {
        StringBuilder table = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("trial"));
        header.addAll(parameterColumns);
        header.addAll(metricColumns);
        header.addAll(List.of("best epoch", "epochs", "state"));
        line(table, header);
        for (TrialResult trial : result.trials()) {
            line(table, cells(trial, result));
        }
        return table.toString();
    }

    private List<String> cells(TrialResult trial, Pretraining.Result result) {
        int number = trial.trial().number();
        List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
        for (String column : parameterColumns) {
            Double chosen = trial.trial().parameters().get(column);
            cells.add(chosen == null ? "-" : String.format(Locale.ROOT, "%.4g", chosen));
        }
        Optional<Validation> figures = Optional.ofNullable(result.validations().get(number));
        for (String column : metricColumns) {
            Validation.Metric metric = Validation.Metric.valueOf(column.toUpperCase(Locale.ROOT));
            cells.add(figures.map(found -> String.format(Locale.ROOT, "%.3f", found.metric(metric)))
                    .orElse("-"));
        }
        cells.add(trial.best().map(best -> Integer.toString(best.epoch())).orElse("-"));
        cells.add(Integer.toString(trial.epochs()));
        boolean best = number == result.best().trial().number();
        cells.add(trial.state().name().toLowerCase(Locale.ROOT) + (best ? ", best" : ""));
        return cells;
    }

    private static void line(StringBuilder table, List<String> cells) {
        for (int i = 0; i < cells.size() - 1; i++) {
            table.append(String.format(Locale.ROOT, i == 0 ? "%5s" : "  %15s", cells.get(i)));
        }
        table.append("  ").append(cells.get(cells.size() - 1)).append(System.lineSeparator());
    }
}
