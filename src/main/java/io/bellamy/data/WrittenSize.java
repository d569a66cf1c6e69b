package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts that are written with their unit, as {@code 10 GB}. */
enum WrittenSize implements SizeForm {
    /** GB are 1000 MB, GiB are 1024 MiB, and of G can't be told which of them it is. */
    WRITTEN,
    /** As Spark and Hadoop write: G, GB and GiB are all 1024 MiB. */
    WRITTEN_BINARY;

    private static final int LONGEST = 100;
    private static final Pattern AMOUNT = Pattern.compile("(?<number>[0-9._eE+-]*[0-9.]) ?(?<unit>[A-Za-z]+)");

    /** Megabits are written so. */
    private static final Pattern BITS = Pattern.compile("[KMGTkmgt]b|[KMGT]ib");

    private static final Map<String, SizeUnit> BINARY = Map.of(
            "k", SizeUnit.KIB,
            "m", SizeUnit.MIB,
            "g", SizeUnit.GIB,
            "t", SizeUnit.TIB);

    @Override
    public Optional<BigDecimal> megabytes(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (text.length() > LONGEST || !amount.matches()) {
            return Optional.empty();
        }
        return DecimalText.parse(amount.group("number"))
                .flatMap(number -> unit(amount.group("unit")).map(unit -> unit.of(number)));
    }

    private Optional<SizeUnit> unit(String written) {
        String unit = written.toLowerCase(Locale.ROOT);
        if (isBits(written)) {
            return Optional.empty();
        }
        if (List.of("b", "byte", "bytes").contains(unit)) {
            return Optional.of(SizeUnit.B);
        }
        String letter = unit.substring(0, 1);
        SizeUnit binary = BINARY.get(letter);
        return switch (unit.substring(1)) {
            case "ib" -> Optional.ofNullable(binary);
            case "b" ->
                this == WRITTEN_BINARY
                        ? Optional.ofNullable(binary)
                        : Optional.ofNullable(binary).map(known -> SizeUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
            case "" -> this == WRITTEN_BINARY ? Optional.ofNullable(binary) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@code gb} and {@code GB} are bytes; {@code Gb} may be bits. */
    static boolean isBits(String unit) {
        return BITS.matcher(unit).matches() && !unit.equals(unit.toLowerCase(Locale.ROOT));
    }

    @Override
    public String rule(String text) {
        Matcher amount = AMOUNT.matcher(text);
        String rule = "an amount with its unit, as '10 GB' or '1.5GiB'";
        if (!amount.matches()) {
            return rule;
        }
        String unit = amount.group("unit");
        if (isBits(unit)) {
            return rule + "; " + unit + " may be bits";
        }
        return this == WRITTEN && BINARY.containsKey(unit.toLowerCase(Locale.ROOT))
                ? rule + "; whether " + unit + " goes by 1000 or 1024 can't be told: where it is 1024, as Spark writes,"
                        + " say unit: written_binary"
                : rule;
    }
}
