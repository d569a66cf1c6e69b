package io.bellamy.features;

/** The three ways in which the network sees a scale-out, in the order in which it takes them. */
public enum ScaleOutFeature {
    INSTANCE_COUNT_DIV("instance_count_div"),
    INSTANCE_COUNT_LOG("instance_count_log"),
    INSTANCE_COUNT("instance_count");

    private final String column;

    ScaleOutFeature(String column) {
        this.column = column;
    }

    /** Its name in the configuration. */
    public String column() {
        return column;
    }

    /** Its value for a number of machines, not scaled. */
    public double of(int scaleOut) {
        return switch (this) {
            case INSTANCE_COUNT_DIV -> 1 / (scaleOut + 1e-6);
            case INSTANCE_COUNT_LOG -> Math.log(scaleOut);
            case INSTANCE_COUNT -> scaleOut;
        };
    }
}
