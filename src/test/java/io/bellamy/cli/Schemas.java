package io.bellamy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contracts of what is printed in JSON, as users get them. */
public final class Schemas {

    private Schemas() {}

    /** What {@code predict} prints. */
    static Contract prediction() {
        return of("prediction");
    }

    /** The contract of this name. */
    public static Contract of(String name) {
        try {
            return ofText(Files.readString(Path.of("examples", name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract that a text is. */
    static Contract ofText(String schema) {
        return new Contract(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema));
    }

    /** One contract. */
    public record Contract(com.networknt.schema.Schema schema) {

        /** What of a document does not keep to it. */
        public List<Error> validate(JsonNode document) {
            // as text, because the validator reads JSON with another generation of the library than the program does
            return schema.validate(document.toString(), InputFormat.JSON);
        }
    }
}
