package io.bellamy.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What machines cost.
 *
 * @param currency of all prices, as it is shown
 * @param minimumSeconds the number of seconds that are billed at least
 * @param perHour of one machine for an hour, by machine type
 */
public record Prices(String currency, int minimumSeconds, Map<String, Double> perHour) {

    private static final int HOUR = 3600;

    /**
     * What a cluster costs: every second that has begun is billed.
     *
     * @param perSecond of the whole cluster, positive
     * @param minimumSeconds the number of seconds that are billed at least
     */
    public record Rate(double perSecond, int minimumSeconds) {

        /** Of a run. */
        public double cost(double seconds) {
            return perSecond * Math.max(minimumSeconds, Math.ceil(seconds));
        }

        /** How long a run may take that costs at most so much, in seconds; 0 where none does. */
        public double affordable(double cost) {
            double seconds = Math.floor(cost / perSecond);
            return seconds < minimumSeconds ? 0 : seconds;
        }
    }

    public Prices {
        perHour = Collections.unmodifiableMap(new LinkedHashMap<>(perHour));
    }

    /** What a number of machines cost, where the price of one is known; types are names. */
    public Optional<Rate> rate(String machineType, int scaleOut) {
        return perHour.entrySet().stream()
                .filter(price -> PropertyKind.NAME.same(price.getKey(), machineType))
                .findFirst()
                .map(price -> new Rate(price.getValue() / HOUR * scaleOut, minimumSeconds));
    }
}
