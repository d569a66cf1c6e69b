package io.bellamy.exchange;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.exchange.PackedRun.PackedRuns;
import io.bellamy.exchange.PackedRun.SharedByRuns;
import io.bellamy.exchange.PackedRun.UnpackedRuns;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the model of a job is made of: wherever the order is done, it comes to the same model.
 *
 * @param configuration what is configured
 * @param trials how many are tried at most, where that wins over the configuration
 * @param epochs how many a trial runs at most, where that wins over the configuration
 * @param seed where every random number comes from
 * @param joint whether these are runs of several jobs together
 * @param runs at least one
 * @param companions what is known beside them
 */
public record PretrainingOrder(
        Configuration configuration,
        Optional<Integer> trials,
        Optional<Integer> epochs,
        long seed,
        boolean joint,
        List<Run> runs,
        Companions companions) {

    /** As it travels. */
    private record PackedOrder(
            String configuration,
            Optional<Integer> trials,
            Optional<Integer> epochs,
            long seed,
            boolean joint,
            List<PackedRun> runs,
            String algorithm,
            List<PackedRun> stopped,
            Map<String, List<PackedRun>> companions,
            SharedByRuns shared) {}

    public PretrainingOrder {
        runs = List.copyOf(runs);
    }

    /** As bytes. */
    public byte[] packed() {
        PackedRuns packing = new PackedRuns();
        List<PackedRun> own = packing.of(runs);
        List<PackedRun> stopped = packing.of(companions.stopped());
        Map<String, List<PackedRun>> others = new LinkedHashMap<>();
        companions.others().forEach((algorithm, some) -> others.put(algorithm, packing.of(some)));
        return PackedJson.pack(new PackedOrder(
                configuration.text(),
                trials,
                epochs,
                seed,
                joint,
                own,
                companions.algorithm(),
                stopped,
                others,
                packing.shared()));
    }

    /**
     * From bytes.
     *
     * @param models the kinds of models that there are
     * @throws IllegalArgumentException if these are not the bytes of an order
     */
    public static PretrainingOrder unpacked(byte[] bytes, List<String> models) {
        PackedOrder order = PackedJson.unpack(bytes, PackedOrder.class);
        UnpackedRuns unpacking = new UnpackedRuns(order.shared());
        Map<String, List<Run>> others = new LinkedHashMap<>();
        order.companions().forEach((algorithm, some) -> others.put(algorithm, unpacking.of(some)));
        return new PretrainingOrder(
                ConfigurationReader.of("the configuration of the order", order.configuration(), models),
                order.trials(),
                order.epochs(),
                order.seed(),
                order.joint(),
                unpacking.of(order.runs()),
                new Companions(order.algorithm(), unpacking.of(order.stopped()), others));
    }
}
