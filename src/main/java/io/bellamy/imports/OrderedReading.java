package io.bellamy.imports;

import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads the logs of an order, wherever this runs. It takes the bytes of an order and what opens the files of other file systems
 * by their addresses, and gives the bytes of the reply. Safe for use by several threads.
 */
public final class OrderedReading implements BiFunction<byte[], Function<String, InputStream>, byte[]> {

    @Override
    public byte[] apply(byte[] order, Function<String, InputStream> system) {
        return LogOrder.of(order, system).done().bytes();
    }
}
