package io.bellamy.yaml;

import io.bellamy.problem.ForeignNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds out which key, or name, was meant by one that is not known. */
public final class KeyAdvice {

    /** Of longer keys nobody can tell. */
    private static final int LONGEST = 64;

    private KeyAdvice() {}

    /**
     * What to say.
     *
     * @param key that is not known
     * @param free the keys of the section that are known and not there yet
     * @param elsewhere the keys that other sections of the document know, with their paths
     */
    static String of(String key, Collection<KnownKey> free, Collection<KnownKey> elsewhere) {
        if (key.length() > LONGEST) {
            return "";
        }
        List<String> ours = ForeignNames.ours(key);
        List<KnownKey> here = named(ours, free);
        if (!here.isEmpty()) {
            return "; here it is called " + paths(here);
        }
        List<KnownKey> misplaced = named(List.of(key), elsewhere);
        if (!misplaced.isEmpty()) {
            return "; it belongs to another section: " + paths(misplaced);
        }
        List<KnownKey> called = named(ours, elsewhere);
        if (!called.isEmpty()) {
            return "; here it is called " + paths(called);
        }
        return nearest(key, free.stream().map(KnownKey::key).toList())
                .flatMap(near ->
                        free.stream().filter(known -> known.key().equals(near)).findFirst())
                .map(known -> "; the nearest known key is " + known.path())
                .orElse("");
    }

    /**
     * The name that was likely meant: what another tool's name is called here, else the one that is written most like it, if one
     * is nearly the same.
     *
     * @param name that is not known
     * @param known those that are
     */
    public static Optional<String> meant(String name, Collection<String> known) {
        return ForeignNames.ours(name).stream()
                .filter(known::contains)
                .findFirst()
                .or(() -> nearest(name, known).filter(near -> distance(name, near) <= Math.max(1, name.length() / 3)));
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return name.length() > LONGEST
                ? Optional.empty()
                : known.stream().min(Comparator.comparingInt(other -> distance(name, other)));
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    /** A key with the names of the sections that it is in. */
    record KnownKey(String key, String path) {}

    private static List<KnownKey> named(List<String> names, Collection<KnownKey> known) {
        return names.stream()
                .flatMap(name ->
                        known.stream().filter(candidate -> candidate.key().equals(name)))
                .toList();
    }

    private static String paths(List<KnownKey> keys) {
        return String.join(
                " or ", keys.stream().map(KnownKey::path).distinct().limit(3).toList());
    }
}
