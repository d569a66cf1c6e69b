package io.bellamy.cli;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;

/** The contracts of what is printed in JSON, as users get them. */
final class Schemas {

    private Schemas() {}

    /** What {@code predict} prints. */
    static JsonSchema prediction() {
        return of("prediction");
    }

    /** The contract of this name. */
    static JsonSchema of(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Path.of("examples", name + ".schema.json").toUri());
    }
}
