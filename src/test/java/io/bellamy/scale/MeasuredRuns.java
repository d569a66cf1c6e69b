package io.bellamy.scale;

import java.util.List;
import java.util.stream.Stream;

/**
 * The runs that were measured, by what they were for.
 *
 * @param all of them
 */
record MeasuredRuns(List<MeasuredRun> all) {

    static final List<String> KINDS = List.of("pretrain", "import");

    List<MeasuredRun> of(String kind, String place, String role, int workers) {
        return of(kind, place, role).filter(run -> run.workers() == workers).toList();
    }

    private Stream<MeasuredRun> of(String kind, String place, String role) {
        return all.stream()
                .filter(run -> run.kind().equals(kind)
                        && run.place().equals(place)
                        && run.role().equals(role));
    }

    /** Those of all items that the fit has; the others are for the slope of the driver's time. */
    List<MeasuredRun> whole(String kind, String place, int workers) {
        List<MeasuredRun> fit = of(kind, place, "fit", workers);
        int most = fit.stream().mapToInt(MeasuredRun::items).max().orElse(0);
        return fit.stream().filter(run -> run.items() == most).toList();
    }

    CostModel fitted(String kind) {
        return CostModel.fit(of(kind, "spark", "fit").toList(), ModelTables.MACHINE);
    }
}
