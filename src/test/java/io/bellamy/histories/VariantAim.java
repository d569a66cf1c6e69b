package io.bellamy.histories;

import io.bellamy.histories.Evaluated.Column;
import java.util.Locale;

/**
 * What answers about a variant of C3O are to reach.
 *
 * @param relative the greatest mean relative error
 * @param signed the greatest mean signed error, either way
 * @param least the least share of runs inside 90 % intervals
 * @param most the greatest
 */
record VariantAim(double relative, double signed, double least, double most) {

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final VariantAim NONE = new VariantAim(ANY, ANY, 0, 1);

    static VariantAim of(C3oVariant variant, Column column) {
        boolean between = column.kind().equals("interpolation");
        return switch (variant) {
            case SLOTS ->
                between && column.n() >= 2 && column.n() <= 5
                        ? near(0.035)
                        : !between && column.n() >= 1 && column.n() <= 5 ? near(0.055) : NONE;
            case UNSEEN -> column.n() == 0 ? new VariantAim(ANY, ANY, 0.80, 1) : NONE;
            case SINGLE -> new VariantAim(ANY, ANY, 0.83, 0.96);
            case OUTLIERS -> new VariantAim(0.08, 0.04, 0, 1);
            case DRIFT -> near(0.05);
            case TWO_CONTEXTS, ONE_CONTEXT -> NONE;
        };
    }

    private static VariantAim near(double relative) {
        return new VariantAim(relative, ANY, 0, 1);
    }

    boolean isNearEnough(Errors errors) {
        return errors.relative() <= relative;
    }

    boolean isStraightEnough(Errors errors) {
        return Math.abs(errors.signed()) <= signed;
    }

    boolean isSureEnough(Errors errors) {
        return errors.held() >= least && errors.held() <= most;
    }

    @Override
    public String toString() {
        String errors = (relative < ANY ? String.format(Locale.ROOT, "%.3f ", relative) : "")
                + (signed < ANY ? String.format(Locale.ROOT, "+-%.3f ", signed) : "");
        return errors + (least > 0 ? String.format(Locale.ROOT, "%.2f to %.2f", least, most) : "");
    }
}
