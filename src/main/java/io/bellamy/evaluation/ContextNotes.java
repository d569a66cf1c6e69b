package io.bellamy.evaluation;

import io.bellamy.job.Role;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can't be asked about the contexts of an algorithm, for people. */
record ContextNotes(ContextProtocol protocol, String name) {

    /** Fewer points have no other scale-out between them. */
    private static final int INSIDE_STRICT = 2;

    /**
     * All there is to say.
     *
     * @param alike the looks in which its contexts do not differ, so that FILTERED support can't go by them
     * @param selected how many contexts were to be held out
     * @param tasks those about which something can be asked
     */
    List<String> of(List<Role> alike, int selected, List<HeldOut> tasks) {
        List<String> notes = new ArrayList<>();
        int heldOut = tasks.size();
        if (heldOut < selected) {
            notes.add(name + ": nothing can be asked about " + (selected - heldOut) + " of "
                    + Counted.of(selected, "context") + " (support: "
                    + protocol.support().name().toLowerCase(Locale.ROOT)
                    + "), for want of other contexts to learn from or of scale-outs to test");
        }
        if (protocol.support() == Support.FILTERED && !alike.isEmpty()) {
            notes.add(name + ": its contexts do not differ in " + words(alike) + ", so support is not filtered by it");
        }
        if (selected == 0) {
            notes.add(name + ": it has no context with the values asked for");
        }
        long alone =
                tasks.stream().filter(held -> held.task().support().isEmpty()).count();
        if (alone > 0 && protocol.support() != Support.LOCAL) {
            notes.add(name + ": " + alone + " of " + Counted.of(heldOut, "context") + (alone == 1 ? " has" : " have")
                    + " no other to learn from: all methods know the training points alone");
        }
        for (QuestionKind kind : protocol.kinds()) {
            Map<Integer, Long> asked = new TreeMap<>();
            for (int n = fewest(kind); n <= protocol.mostPoints(); n++) {
                asked.put(n, contexts(tasks, kind, n));
            }
            asked.forEach((n, contexts) -> {
                if (contexts < heldOut) {
                    notes.add(name + ": " + kind.name().toLowerCase(Locale.ROOT) + " with "
                            + Counted.of(n, "training point") + " can be asked about " + contexts + " of "
                            + Counted.of(heldOut, "context"));
                }
            });
        }
        return notes;
    }

    static String words(List<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private int fewest(QuestionKind kind) {
        int possible = 0;
        if (kind == QuestionKind.INTERPOLATION) {
            possible = protocol.variant() == Variant.STRICT ? INSIDE_STRICT : 1;
        } else if (protocol.support() == Support.LOCAL) {
            possible = 1;
        }
        return Math.max(possible, protocol.fewestPoints());
    }

    private static long contexts(List<HeldOut> tasks, QuestionKind kind, int n) {
        return tasks.stream()
                .filter(heldOut -> heldOut.task().questions().stream()
                        .anyMatch(question -> question.n() == n && question.kind() == kind))
                .count();
    }
}
