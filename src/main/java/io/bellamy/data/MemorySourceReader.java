package io.bellamy.data;

import io.bellamy.data.MemorySource.PeakColumn;
import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where it stands how runs got along with their memory. */
final class MemorySourceReader {

    private static final String KEY = "memory_use";
    private static final String ROWS = "rows";
    private static final String SPILLED = "spilled";

    private MemorySourceReader() {}

    /** What an algorithm says itself wins over the defaults, key by key. */
    static Optional<MemorySource> read(YamlSection ofAlgorithm, YamlSection ofAll) {
        YamlSection defaults = ofAll.section(KEY);
        YamlSection own = ofAlgorithm.section(KEY);
        if (own.isEmpty() && defaults.isEmpty()) {
            return Optional.empty();
        }
        YamlSection told = own.isEmpty() ? defaults : own;
        Optional<List<Condition>> rows = own.has(ROWS) || defaults.has(ROWS)
                ? Optional.of(ConditionReader.read(ROWS, own, defaults))
                : Optional.empty();
        List<Condition> spilled = ConditionReader.read(SPILLED, own, defaults);
        if (spilled.size() > 1) {
            told.problems().add(told.place(SPILLED) + ": must be one condition: of a blank cell nobody knows");
        }
        List<Condition> died = ConditionReader.read("died", own, defaults);
        List<Condition> failed = ConditionReader.read("failed", own, defaults);
        YamlSection common = defaults.section("peak");
        YamlSection peak = own.section("peak").isEmpty() ? common : own.section("peak");
        Optional<PeakColumn> column = peak.isEmpty() ? Optional.empty() : peak(peak);
        if (Stream.of(spilled, died, failed).allMatch(List::isEmpty) && peak.isEmpty()) {
            told.problems().add(told.place() + ": must have at least one of spilled, died, failed, peak");
        }
        List.of(common, peak, defaults, own).forEach(YamlSection::rejectUnknownKeys);
        return Optional.of(new MemorySource(rows, spilled.stream().findFirst(), died, failed, column));
    }

    /** Neither unit nor what it is that of is guessed: either would make a wrong need of a right number. */
    private static Optional<PeakColumn> peak(YamlSection section) {
        Optional<String> column = section.requiredScalar("column").map(YamlScalar::text);
        Optional<SizeForm> unit = section.requiredScalar("unit").flatMap(UnitWords::size);
        Optional<PeakOf> of = section.requiredScalar("of").flatMap(scalar -> scalar.constant(PeakOf.class));
        return column.flatMap(name -> unit.flatMap(form -> of.map(measured -> new PeakColumn(name, form, measured))));
    }
}
