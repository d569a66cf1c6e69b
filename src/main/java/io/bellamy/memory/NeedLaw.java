package io.bellamy.memory;

import io.bellamy.memory.MemoryFacts.Facts;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * How much memory a machine needs, for one setting of the parameters: ln of it is normal, about a mean that grows with the size of
 * the input, and with the slots of a machine, and falls with the number of machines.
 */
final class NeedLaw {

    /** What the need grows by where the input does: from not at all to somewhat more than in proportion. */
    private static final double MOST_BY_SIZE = 1.5;

    private static final double LEAST_SCATTER = 0.05;

    private final NeedShape shape;
    private final double[] parameters;
    private final double bySize;
    private final double byScaleOut;
    private final double bySlots;
    private final double scatter;
    private final double gap;

    NeedLaw(NeedShape shape, double[] parameters) {
        this.shape = shape;
        this.parameters = parameters.clone();
        this.bySize = MOST_BY_SIZE * share(parameters[NeedShape.SIZE]);
        this.byScaleOut = share(parameters[NeedShape.SCALE_OUT]);
        this.bySlots = share(parameters[NeedShape.SLOTS]);
        this.scatter = LEAST_SCATTER + Math.exp(parameters[NeedShape.SCATTER]);
        this.gap = Math.exp(parameters[NeedShape.GAP]);
    }

    private static double share(double parameter) {
        return 1 / (1 + Math.exp(-parameter));
    }

    /** The mean of ln MB that a machine needs for nothing to be spilled. */
    double need(Facts facts) {
        Facts centre = shape.centre();
        Integer group = shape.groups().get(facts.texts());
        return centre.memory()
                + parameters[NeedShape.NEED]
                + bySize * (facts.size() - centre.size())
                - byScaleOut * (facts.scaleOut() - centre.scaleOut())
                + bySlots * (facts.slots() - centre.slots())
                + (group == null ? 0 : parameters[group]);
    }

    /** The standard deviation of ln need about the mean. */
    double deviation(Facts facts) {
        return shape.isForeign(facts.texts()) ? Math.hypot(scatter, NeedShape.BETWEEN_TEXTS) : scatter;
    }

    /** By how much less memory, in ln, a run dies than spills. */
    double gap() {
        return gap;
    }

    /** What a machine needs beside what is measured of it as its peak, in ln. */
    double besidePeak() {
        return parameters[NeedShape.PEAK];
    }

    /** How likely a run fails for other reasons. */
    double otherFailures() {
        return shape.fails() ? share(parameters[NeedShape.OTHER_FAILURES]) : 0;
    }

    /** The probability that memory of so much, in ln MB, does not suffice. */
    double spilling(Facts facts, double memory) {
        return below((need(facts) - memory) / deviation(facts));
    }

    /** The probability that a run dies for want of more. */
    double dying(Facts facts, double memory) {
        return below((need(facts) - gap - memory) / deviation(facts));
    }

    static double below(double deviations) {
        return Erfc.value(-deviations / Math.sqrt(2)) / 2;
    }
}
