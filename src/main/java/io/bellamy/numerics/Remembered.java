package io.bellamy.numerics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was computed of some keys, so many at most: what was asked for longest ago is forgotten first. Safe for several threads.
 */
public final class Remembered<K, V> {

    private static final float LOAD = 0.75f;

    private final int most;
    private final Map<K, V> known = new LinkedHashMap<>(16, LOAD, true);

    /**
     * Nothing at first.
     *
     * @param most how many are kept, at least 1
     */
    public Remembered(int most) {
        this.most = most;
    }

    /**
     * What is computed of a key. Two threads that ask at once may both compute it, so that nobody waits for what another one asks:
     * it must come out the same.
     */
    public V of(K key, Function<? super K, ? extends V> computing) {
        Optional<V> before = find(key);
        if (before.isPresent()) {
            return before.get();
        }
        V computed = computing.apply(key);
        keep(key, computed);
        return computed;
    }

    private synchronized Optional<V> find(K key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void keep(K key, V computed) {
        known.put(key, computed);
        if (known.size() > most) {
            Iterator<K> oldest = known.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
