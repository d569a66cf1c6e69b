package io.bellamy.report;

import io.bellamy.training.SearchRecord;
import io.bellamy.training.Validation;
import io.bellamy.tuning.TrialResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The trials of a search as a table: what each chose and how good it was at its best epoch. */
public final class TrialTable {

    private static final int SIGNIFICANT = 4;

    private final List<String> parameterColumns;
    private final List<String> metricColumns;

    public TrialTable(List<String> parameterColumns, List<String> metricColumns) {
        this.parameterColumns = parameterColumns;
        this.metricColumns = metricColumns;
    }

    /** One line a trial, the best one marked. */
    public String render(SearchRecord search) {
        List<String> header = new ArrayList<>(List.of("trial"));
        header.addAll(parameterColumns);
        header.addAll(metricColumns);
        header.addAll(List.of("best epoch", "epochs", "state"));
        TextTable table = new TextTable(header);
        search.trials().forEach(trial -> table.row(cells(trial, search)));
        return table.toTheRight();
    }

    private List<String> cells(TrialResult trial, SearchRecord search) {
        int number = trial.trial().number();
        List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
        for (String column : parameterColumns) {
            Double chosen = trial.trial().parameters().get(column);
            cells.add(chosen == null ? "-" : rounded(chosen));
        }
        Optional<Validation> figures = Optional.ofNullable(search.validations().get(number));
        for (String column : metricColumns) {
            Validation.Metric metric = Validation.Metric.valueOf(column.toUpperCase(Locale.ROOT));
            cells.add(figures.map(found -> String.format(Locale.ROOT, "%.3f", found.metric(metric)))
                    .orElse("-"));
        }
        cells.add(trial.best().map(best -> Integer.toString(best.epoch())).orElse("-"));
        cells.add(Integer.toString(trial.epochs()));
        boolean best = number == search.best().trial().number();
        cells.add(trial.state().name().toLowerCase(Locale.ROOT) + (best ? ", best" : ""));
        return cells;
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(SIGNIFICANT))
                .stripTrailingZeros()
                .toPlainString();
    }
}
