package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import java.util.Optional;

/**
 * Where the value of a property comes from.
 *
 * @param text the text, which may refer to columns
 * @param unit how a size is written, which is brought to MB
 * @param kind when two values mean the same, where the description says so
 * @param role what it means beyond its value, where the description says so
 * @param perNode whether the value is that of one machine and the property that of the whole cluster
 * @param digits how many digits of the value count, where it is rounded
 */
record PropertySource(
        Template text,
        Optional<SizeForm> unit,
        Optional<PropertyKind> kind,
        Optional<Role> role,
        boolean perNode,
        Optional<Integer> digits) {

    /** Must the value be a number, whatever the pipeline makes of it? */
    boolean isQuantity() {
        return unit.isPresent() || perNode || digits.isPresent();
    }
}
