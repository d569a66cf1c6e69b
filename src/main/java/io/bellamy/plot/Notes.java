package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.problem.Counted;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.CostWords;
import io.bellamy.report.MemoryWords;
import java.util.ArrayList;
import java.util.List;

/** What there is to know of a picture: which model speaks, what is not shown, and what to mind. */
final class Notes {

    private static final int LONGEST_WARNING = 140;
    private static final int MOST_WARNINGS = 6;

    private Notes() {}

    /** A line each. */
    static List<String> of(Recommendation recommendation, List<Curve> curves) {
        List<String> notes = new ArrayList<>();
        Answer.ModelOrigin model = recommendation.answers().get(0).model();
        notes.add("model " + model.version() + ", pretrained on " + Counted.of(model.runs(), "run"));
        int machineTypes = recommendation.answers().size();
        if (curves.size() < machineTypes) {
            notes.add("the best " + curves.size() + " of " + machineTypes + " machine types are shown");
        }
        MemoryWords.tooSmall(recommendation).forEach(text -> notes.add("crossed out: " + text));
        notes.addAll(CostWords.basis(recommendation));
        List<String> warnings = curves.stream()
                .flatMap(curve -> curve.answer().warnings().stream())
                .distinct()
                .toList();
        warnings.stream()
                .limit(MOST_WARNINGS)
                .forEach(warning -> notes.add("warning: " + Curve.shortened(warning, LONGEST_WARNING)));
        if (warnings.size() > MOST_WARNINGS) {
            notes.add("... and " + (warnings.size() - MOST_WARNINGS) + " more");
        }
        return notes;
    }
}
