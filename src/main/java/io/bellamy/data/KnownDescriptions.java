package io.bellamy.data;

import io.bellamy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers descriptions for as long as what they were made of is the same. Safe for several threads. */
final class KnownDescriptions {

    private final Map<String, KnownDescription> known = new ConcurrentHashMap<>();

    private record Asked(AlgorithmDescriptor rows, YamlScalar column, Map<String, String> jobs) {}

    private record KnownDescription(String sha256, List<Asked> asked, DatasetDescriptor descriptor) {

        boolean holds(String digest, DescriptorReader.Jobs jobs) {
            return sha256.equals(digest)
                    && asked.stream()
                            .allMatch(question -> question.jobs().equals(jobs.of(question.rows(), question.column())));
        }
    }

    /** Keeps what the jobs were while a description is read. */
    static final class JobQuestions implements DescriptorReader.Jobs {

        private final DescriptorReader.Jobs jobs;
        private final List<Asked> asked = new ArrayList<>();

        JobQuestions(DescriptorReader.Jobs jobs) {
            this.jobs = jobs;
        }

        @Override
        public Map<String, String> of(AlgorithmDescriptor rows, YamlScalar column) {
            Map<String, String> answer = jobs.of(rows, column);
            asked.add(new Asked(rows, column, answer));
            return answer;
        }
    }

    /** What was made of a file with this digest, if the jobs are still the same. */
    Optional<DatasetDescriptor> of(String target, String sha256, DescriptorReader.Jobs jobs) {
        return Optional.ofNullable(known.get(target))
                .filter(description -> description.holds(sha256, jobs))
                .map(KnownDescription::descriptor);
    }

    void keep(String target, String sha256, JobQuestions asking, DatasetDescriptor descriptor) {
        known.put(target, new KnownDescription(sha256, List.copyOf(asking.asked), descriptor));
    }
}
