package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of which each amount is known, and not both together. */
class UnseenPairsTest {

    @TempDir
    private Path folder;

    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 8
            essential_properties: {machine_type: small, data_size_MB: 4000}
            optional_properties_per_node: {slots: [4, 8], memory: [8000, 16000]}
            """;

    @Test
    void whatNoRunHadTogetherIsTold() throws IOException {
        OwnFolder own = OwnFolder.in(folder);
        List<String> rows = new ArrayList<>(List.of("nodes,runtime,machine,size,cores,mb"));
        for (int size : List.of(2000, 4000, 8000)) {
            for (int nodes : List.of(2, 4, 6, 8)) {
                for (int slots : List.of(4, 8)) {
                    int runtime = 20 + 2 * size / nodes / slots + nodes % 3;
                    rows.add(nodes + "," + runtime + ",small," + size + "," + slots + "," + 2000 * slots);
                }
            }
        }
        // of one nobody knows the slots
        rows.add("4,180,small,4000,,8000");
        rows.add("4,120,large,4000,4,16000");
        own.pretrainedOnSizes(rows);
        Bellamy told = Bellamy.runWithInput(
                REQUEST, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "-o", "json"));
        assertThat(told.exitCode()).as(told.err()).isZero();
        JsonNode answer = ServedFolder.JSON.readTree(told.out());
        List<String> warnings = new ArrayList<>();
        answer.get("machine_types")
                .forEach(one -> one.get("warnings").forEach(warning -> warnings.add(warning.asText())));
        assertThat(warnings)
                .filteredOn(warning -> warning.contains("no run had"))
                .as("of any type")
                .containsExactly("no run had memory 8000 and slots 8 per machine together");
        assertThat(answer.get("machine_types")).hasSize(4);
    }
}
