package io.bellamy.exchange;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.store.PackedModel;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.SearchRecord;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What comes of an order, as bytes. */
public final class PretrainingReply {

    /**
     * As it travels: what came of it, or nothing if no trial ever had a finite value, or why it can't be done anywhere.
     *
     * @param wrong whether what is wrong is what the user gave, and not the program
     */
    private record PackedReply(Optional<PackedPretrained> result, Optional<String> failure, boolean wrong) {}

    private record PackedPretrained(
            Map<String, byte[]> files,
            SearchRecord search,
            List<HeldOutContext> heldOut,
            String processor,
            double seconds) {}

    private PretrainingReply() {}

    /** Packs a result, or that there is none. */
    public static byte[] packed(Optional<Pretrained> result) {
        return PackedJson.pack(new PackedReply(
                result.map(one -> new PackedPretrained(
                        one.model().files(), one.search(), one.heldOut(), one.processor(), one.seconds())),
                Optional.empty(),
                false));
    }

    /** Packs a failure that would be the same wherever the order was done. */
    public static byte[] packed(RuntimeException failure) {
        boolean wrong = failure instanceof InvalidInputException;
        return PackedJson.pack(new PackedReply(
                Optional.empty(), Optional.of(wrong ? failure.getMessage() : failure.toString()), wrong));
    }

    /**
     * Unpacks a result.
     *
     * @param known the files that models have: a reply can name no others
     * @throws InvalidInputException if what the user gave is wrong
     * @throws IllegalStateException if the program failed
     * @throws IllegalArgumentException if these are not the bytes of a reply
     */
    public static Optional<Pretrained> unpacked(byte[] bytes, Set<String> known) {
        PackedReply reply = PackedJson.unpack(bytes, PackedReply.class);
        reply.failure().ifPresent(message -> {
            throw reply.wrong() ? new InvalidInputException(message) : new IllegalStateException(message);
        });
        return reply.result().map(one -> {
            if (!known.containsAll(one.files().keySet())) {
                throw new IllegalArgumentException(
                        "it has files that no model has: " + one.files().keySet());
            }
            return new Pretrained(
                    new PackedModel(one.files()), one.search(), one.heldOut(), one.processor(), one.seconds());
        });
    }
}
