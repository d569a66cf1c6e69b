package io.bellamy.request;

import io.bellamy.job.Prices;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.SpotPrices;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads prices, from a file of their own or from a request. */
public final class PriceReader {

    private static final double LEAST = 1e-9;
    private static final double MOST = 1e9;
    private static final int LONGEST_MINIMUM = 86_400;
    private static final int MOST_TYPES = 10_000;
    private static final String CURRENCY = "USD";
    private static final Pattern WORD = Pattern.compile("\\p{Graph}{1,8}");

    private PriceReader() {}

    /**
     * Reads a file of prices.
     *
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public static Prices readFile(YamlSection root) {
        Prices prices = read(root);
        root.problems().throwIfAny();
        return prices;
    }

    /**
     * Reads a file of spot prices.
     *
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public static SpotPrices readSpotFile(YamlSection root) {
        SpotPrices prices = readSpot(root);
        root.problems().throwIfAny();
        return prices;
    }

    /** Reads spot prices, which are those of a day; what is wrong becomes a problem. */
    static SpotPrices readSpot(YamlSection section) {
        Optional<YamlScalar> date = section.requiredScalar("date");
        Optional<LocalDate> day = date.flatMap(scalar -> DayText.day(scalar.text()));
        if (day.isEmpty()) {
            date.ifPresent(scalar -> scalar.reject("the day of these prices, as 2026-11-29"));
        }
        return new SpotPrices(day.orElse(LocalDate.EPOCH), read(section));
    }

    /** Reads prices; what is wrong becomes a problem. */
    static Prices read(YamlSection section) {
        // said for people: what the prices are, and from when
        section.scalar("source");
        section.scalar("date");
        Optional<YamlScalar> currency = section.scalar("currency");
        currency.filter(scalar -> !WORD.matcher(scalar.text()).matches())
                .ifPresent(scalar -> scalar.reject("a word of 1 to 8 characters"));
        int minimum = section.scalar("minimum_seconds")
                .flatMap(scalar -> scalar.integer(0, LONGEST_MINIMUM))
                .orElse(0);
        YamlSection types = section.section("per_hour");
        if (types.isEmpty()) {
            section.problems().add(section.place("per_hour") + ": must name a machine type and its price at least");
        } else if (types.keys().size() > MOST_TYPES) {
            section.problems().add(section.place("per_hour") + ": must have at most " + MOST_TYPES + " entries");
        }
        Map<String, Double> perHour = new LinkedHashMap<>();
        types.keys().stream().limit(MOST_TYPES).forEach(type -> types.requiredScalar(type)
                .flatMap(scalar -> scalar.number(LEAST, MOST))
                .ifPresent(price -> perHour.merge(PropertyKind.NAME.canonical(type), price, (one, other) -> one)));
        section.rejectUnknownKeys();
        return new Prices(currency.map(YamlScalar::text).orElse(CURRENCY), minimum, perHour);
    }
}
