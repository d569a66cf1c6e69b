package io.bellamy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that ask about a job that spills on small machines and dies on smaller ones; its model is made once for each class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class MemoryCases {

    static final String SMALL = """
            {min_scale_out: 2, max_scale_out: 8, essential_properties: {machine_type: small, data_size_MB: %s}}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    Path folder;

    MemoryJobs jobs;

    @BeforeAll
    void pretrain(@TempDir Path made) throws IOException {
        folder = made;
        jobs = new MemoryJobs(folder).pretrained();
    }

    static JsonNode json(Bellamy outcome) throws IOException {
        return JSON.readTree(outcome.out());
    }
}
