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

    public Prices {
        perHour = Collections.unmodifiableMap(new LinkedHashMap<>(perHour));
    }

    /** Of one machine for an hour, where that is known; types are names. */
    public Optional<Double> of(String machineType) {
        return perHour.entrySet().stream()
                .filter(price -> PropertyKind.NAME.same(price.getKey(), machineType))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
