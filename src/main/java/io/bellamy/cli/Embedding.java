package io.bellamy.cli;

import java.util.Map;

/** What the launcher tells Java of the program, where another program begins it. */
final class Embedding {

    private static final Map<String, String> PROPERTIES = Map.of(
            "ai.djl.offline", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            "OPT_OUT_TRACKING", "true");

    private Embedding() {}

    static void prepare() {
        PROPERTIES.forEach(System::setProperty);
        Main.prepare();
    }
}
