package io.bellamy.typical;

import io.bellamy.store.ModelCodec;
import io.bellamy.store.StoredFile;

/** How it is kept. */
public final class TypicalRuntimeCodec implements ModelCodec<TypicalRuntime> {

    @Override
    public String file() {
        return "typical.json";
    }

    @Override
    public Class<TypicalRuntime> type() {
        return TypicalRuntime.class;
    }

    @Override
    public Object content(TypicalRuntime model) {
        return model;
    }

    @Override
    public TypicalRuntime read(StoredFile file, Beside beside) {
        return file.as(TypicalRuntime.class);
    }
}
