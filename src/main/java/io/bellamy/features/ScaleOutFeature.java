package io.bellamy.features;

import java.util.function.IntToDoubleFunction;

/** The three ways in which the network sees a scale-out, in the order in which it takes them. */
public enum ScaleOutFeature {
    INSTANCE_COUNT_DIV("instance_count_div", scaleOut -> 1 / (scaleOut + 1e-6)),
    INSTANCE_COUNT_LOG("instance_count_log", Math::log),
    INSTANCE_COUNT("instance_count", scaleOut -> scaleOut);

    private final String column;
    private final IntToDoubleFunction formula;

    ScaleOutFeature(String column, IntToDoubleFunction formula) {
        this.column = column;
        this.formula = formula;
    }

    /** Its name in the configuration. */
    public String column() {
        return column;
    }

    /** Its value for a number of machines, not scaled. */
    public double of(int scaleOut) {
        return formula.applyAsDouble(scaleOut);
    }
}
