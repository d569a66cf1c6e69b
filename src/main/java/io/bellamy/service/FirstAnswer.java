package io.bellamy.service;

import io.bellamy.numerics.Aside;
import io.bellamy.store.ModelStore;
import io.bellamy.training.AdaptableEnsemble;
import java.util.Locale;

/** What the first answer takes whatever it is about. */
public final class FirstAnswer {

    private FirstAnswer() {}

    /** Lets another thread do it, while arguments and configuration are read. It tells nothing: the log is set up meanwhile. */
    public static void prepare() {
        Aside.begin(() -> {
            ModelStore.prepare(AdaptableEnsemble.class);
            // how numbers are written is looked up for the first one
            return String.format(Locale.ROOT, "%.1f", 0.5);
        });
    }
}
