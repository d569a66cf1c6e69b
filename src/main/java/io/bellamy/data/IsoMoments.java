package io.bellamy.data;

import io.bellamy.data.RunTime.Moment;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and times of ISO 8601, which need no declaration. */
record IsoMoments() implements MomentForm {

    private static final Pattern COUNTED = Pattern.compile("[0-9]{10,16}(?:\\.[0-9]+)?");
    private static final Pattern OTHERWISE = Pattern.compile(".*[0-9].*[./ -].*[0-9].*");
    private static final int LONGEST = 80;

    @Override
    public Optional<LocalDate> day(String text) {
        return RunTime.day(text);
    }

    @Override
    public Optional<Moment> moment(String text) {
        return RunTime.moment(text);
    }

    @Override
    public String dayRule(String text) {
        return RunTime.RULE + hint(text);
    }

    @Override
    public String momentRule(String text) {
        return RunTime.MOMENT_RULE + hint(text);
    }

    private static String hint(String text) {
        if (COUNTED.matcher(text).matches()) {
            return "; where dataset.yml says epoch: s, ms or us, it is counted from 1970";
        }
        boolean otherwise = text.length() <= LONGEST && OTHERWISE.matcher(text).matches();
        return otherwise ? "; dates that are written in another way need a pattern in dataset.yml, as dd.MM.yyyy" : "";
    }
}
