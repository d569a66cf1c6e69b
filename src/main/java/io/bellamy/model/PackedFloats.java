package io.bellamy.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** A list whose numbers lie side by side. Never changed. */
public final class PackedFloats extends AbstractList<Float> implements RandomAccess {

    private final float[] values;

    private PackedFloats(float[] values) {
        this.values = values;
    }

    /** The first of some numbers. */
    public static PackedFloats of(float[] values, int count) {
        return new PackedFloats(Arrays.copyOf(values, count));
    }

    static PackedFloats copyOf(List<Float> list) {
        if (list instanceof PackedFloats packed) {
            return packed;
        }
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return new PackedFloats(values);
    }

    float at(int index) {
        return values[index];
    }

    @Override
    public Float get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
