package io.bellamy.service;

import java.util.List;

/** What comes of a request. */
public sealed interface Reply {

    /** Where the request stands: a file, or a place in a stream of requests. */
    String source();

    /**
     * It could be answered.
     *
     * @param source where the request stands
     * @param advice one, or one for each context in question
     * @param everyCandidate whether every context in question was asked for
     */
    record Answered(String source, List<Advice> advice, boolean everyCandidate) implements Reply {

        public Answered {
            advice = List.copyOf(advice);
        }
    }

    /**
     * It could not.
     *
     * @param source where the request stands
     * @param exitCode that it would have alone
     * @param messages what is wrong
     */
    record Refused(String source, int exitCode, List<String> messages) implements Reply {

        public Refused {
            messages = List.copyOf(messages);
        }
    }
}
