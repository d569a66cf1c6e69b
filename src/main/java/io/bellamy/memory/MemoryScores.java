package io.bellamy.memory;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.memory.MemoryFacts.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good probabilities of being short of memory are on runs that had no part in them: all runs of a fifth of the configurations
 * are left out in turn.
 *
 * @param spilling how good those of spilling are, where enough runs tell
 * @param dying the same of dying
 */
public record MemoryScores(Optional<ForecastScore> spilling, Optional<ForecastScore> dying) {

    private static final int FOLDS = 5;

    /** Fewer of either kind say nothing. */
    private static final int LEAST_OF_EACH = 3;

    /** Scores what is learned from these runs. */
    public static MemoryScores of(List<MemoryUse> uses, PropertyDefinitions definitions) {
        List<MemoryCase> cases = MemoryNeed.cases(uses, definitions);
        Map<Facts, Integer> configurations = new LinkedHashMap<>();
        cases.forEach(one -> configurations.putIfAbsent(one.facts(), configurations.size() % FOLDS));
        List<ForecastScore.ToldChance> spilling = new ArrayList<>();
        List<ForecastScore.ToldChance> dying = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<MemoryCase> known = new ArrayList<>();
            List<MemoryCase> asked = new ArrayList<>();
            for (MemoryCase one : cases) {
                (configurations.get(one.facts()) == fold ? asked : known).add(one);
            }
            Optional<MemoryNeed> need =
                    MemoryNeed.ofCases(known, MemoryNeed.facts(uses, definitions), MemoryNeed.peaks(uses));
            need.ifPresent(
                    learned -> asked.forEach(one -> learned.risk(one.facts()).ifPresent(risk -> {
                        if (one.ending() != Ending.SURVIVED && one.ending() != Ending.FAILED) {
                            risk.spilling()
                                    .ifPresent(chance -> spilling.add(new ForecastScore.ToldChance(
                                            chance, one.ending() != Ending.FITS, base(known, Ending.FITS))));
                        }
                        if (one.ending() != Ending.FAILED) {
                            risk.dying()
                                    .ifPresent(chance -> dying.add(new ForecastScore.ToldChance(
                                            chance, one.ending() == Ending.DIED, 1 - base(known, Ending.DIED))));
                        }
                    })));
        }
        return new MemoryScores(score(spilling), score(dying));
    }

    /** Which share of the runs that were learned from ended otherwise; somewhat towards a half, as where there are few. */
    private static double base(List<MemoryCase> known, Ending ending) {
        long telling = known.stream()
                .filter(one ->
                        one.ending() != Ending.FAILED && (ending != Ending.FITS || one.ending() != Ending.SURVIVED))
                .count();
        long others =
                telling - known.stream().filter(one -> one.ending() == ending).count();
        return (others + 0.5) / (telling + 1.0);
    }

    private static Optional<ForecastScore> score(List<ForecastScore.ToldChance> forecasts) {
        long happened =
                forecasts.stream().filter(ForecastScore.ToldChance::happened).count();
        return happened >= LEAST_OF_EACH && forecasts.size() - happened >= LEAST_OF_EACH
                ? Optional.of(ForecastScore.of(forecasts))
                : Optional.empty();
    }
}
