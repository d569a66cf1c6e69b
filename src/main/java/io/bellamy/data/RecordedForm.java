package io.bellamy.data;

import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.ScaleOutUnit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs that the program was told of one by one: a file of their own beside those of the user, which stay as they are. It
 * has an object of JSON a line, whatever the form of the data set.
 */
public final class RecordedForm {

    /** Its name in the folder of a data set. */
    public static final String FILE = "recorded.jsonl";

    /** What tells a run from all others. */
    public static final String ID = "id";

    /** The name of the algorithm. */
    public static final String ALGORITHM = "algorithm";

    /** The number of machines. */
    public static final String SCALE_OUT = "scale_out";

    /** How long it took, in seconds. */
    public static final String RUNTIME = "runtime";

    /** When it began. */
    public static final String START = "start";

    /** How it ended, as a {@link RunStatus}. */
    public static final String STATUS = "status";

    /** What its command told the shell. */
    public static final String EXIT_CODE = "exit_code";

    /** How much went to disks for want of memory, in MB. */
    public static final String SPILLED = "spilled";

    /** The most memory that a machine used, in MB. */
    public static final String PEAK_MEMORY = "peak_memory";

    /** The values of its properties, by name, as requests have them: sizes in MB, and all of the cluster. */
    public static final String PROPERTIES = "properties";

    /** A property that the description has need not be told of any run. */
    static final StreamFormat FORMAT = new JsonLinesFormat(true);

    private static final TableForm FORM = new TableForm(FILE, Optional.of(FORMAT.name()), ',', DecimalMark.POINT);

    private static final MemorySource MEMORY = new MemorySource(
            Optional.empty(),
            Optional.of(new Condition.Within(
                    SPILLED,
                    new NumberRange(Optional.of(new NumberRange.End(BigDecimal.ZERO, false)), Optional.empty()))),
            List.of(status(RunStatus.OUT_OF_MEMORY)),
            List.of(status(RunStatus.FAILED)),
            Optional.of(new MemorySource.PeakColumn(PEAK_MEMORY, SizeUnit.MB, PeakOf.MACHINE)));

    private RecordedForm() {}

    private static Condition status(RunStatus... any) {
        return new Condition.Equal(STATUS, Stream.of(any).map(RunStatus::word).toList(), PropertyKind.NAME);
    }

    /** Does a description say itself how the file is read? */
    static boolean isDescribed(AlgorithmDescriptor algorithm) {
        return algorithm.form().file().equals(FILE);
    }

    /** How the runs of an algorithm are read from it, with the properties that its description has. */
    static AlgorithmDescriptor of(String algorithm, AlgorithmDescriptor described) {
        Map<String, PropertySource> properties = new LinkedHashMap<>();
        described
                .properties()
                .forEach((name, source) -> properties.put(name, isConstant(source) ? source : source(name, source)));
        return new AlgorithmDescriptor(
                FORM,
                List.of(new Condition.OfJob(ALGORITHM, algorithm), status(RunStatus.values())),
                SCALE_OUT,
                ScaleOutUnit.MACHINES,
                new RuntimeSource.Taken(RUNTIME, TimeUnit.S),
                List.of(status(RunStatus.STOPPED)),
                Optional.of(new MeasuredColumn(START, new IsoMoments())),
                OutlierRule.KEEP,
                properties,
                Optional.of(MEMORY),
                MadeColumns.NONE);
    }

    /** Is it the same for all runs? */
    static boolean isConstant(PropertySource source) {
        return source.text().columns().isEmpty();
    }

    /** Sizes are written there in MB and of the whole cluster. */
    private static PropertySource source(String name, PropertySource described) {
        return new PropertySource(
                Template.column(PROPERTIES + "." + name),
                Optional.empty(),
                described.kind(),
                described.role(),
                false,
                described.perNode() ? Optional.empty() : described.digits());
    }
}
