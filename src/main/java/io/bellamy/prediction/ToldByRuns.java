package io.bellamy.prediction;

import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs tell of an optional property. Never changed.
 *
 * @param runs how many tell it
 * @param texts its different values
 * @param perMachine of a number: what one machine has, and at which scale-outs that was so
 */
record ToldByRuns(int runs, Set<String> texts, Map<BigDecimal, Set<Integer>> perMachine) {

    private static final int DIGITS = 6;
    private static final int LISTED = 5;

    /** The total of a number of machines. */
    private record Total(BigDecimal amount, int scaleOut) {

        BigDecimal perMachine() {
            return ToldByRuns.perMachine(amount, scaleOut);
        }
    }

    /** What one of some machines has of a total. */
    static BigDecimal perMachine(BigDecimal total, int scaleOut) {
        return total.divide(BigDecimal.valueOf(scaleOut), DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    static ToldByRuns of(String property, boolean number, List<Run> runs) {
        Set<String> texts = new LinkedHashSet<>();
        Set<Total> totals = new HashSet<>();
        int telling = 0;
        for (Run run : runs) {
            Optional<String> text = run.property(property);
            if (text.isPresent()) {
                telling++;
                texts.add(text.get());
                if (number) {
                    totals.add(new Total(run.properties().decimal(property).orElseThrow(), run.scaleOut()));
                }
            }
        }
        Map<BigDecimal, Set<Integer>> perMachine = new HashMap<>();
        totals.forEach(total -> perMachine
                .computeIfAbsent(total.perMachine(), amount -> new HashSet<>())
                .add(total.scaleOut()));
        return new ToldByRuns(telling, texts, perMachine);
    }

    /** The only amount that one machine has. */
    Optional<BigDecimal> amount() {
        return only(perMachine.keySet());
    }

    /** The only value there is. */
    Optional<String> text() {
        return only(texts);
    }

    /** Can nothing be filled in? */
    boolean leavesOpen() {
        return amount().isEmpty() && text().isEmpty();
    }

    /** At which scale-outs one machine had this amount. */
    Set<Integer> scaleOuts(BigDecimal amount) {
        return perMachine.getOrDefault(
                amount.setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros(), Set.of());
    }

    /** The amounts that one machine has, where there are several: {@code 4, 8 and 16}, with the least first. */
    Optional<String> several() {
        List<String> amounts = perMachine.keySet().stream()
                .sorted()
                .map(BigDecimal::toPlainString)
                .toList();
        if (amounts.size() < 2) {
            return Optional.empty();
        }
        boolean all = amounts.size() <= LISTED + 1;
        int listed = all ? amounts.size() - 1 : LISTED;
        String last = all ? amounts.get(listed) : amounts.size() - listed + " others";
        return Optional.of(String.join(", ", amounts.subList(0, listed)) + " and " + last);
    }

    private static <T> Optional<T> only(Set<T> found) {
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
