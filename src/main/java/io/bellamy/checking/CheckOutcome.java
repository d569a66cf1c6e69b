package io.bellamy.checking;

/** What came of checking a job, or an algorithm whose jobs could not be looked at. */
public sealed interface CheckOutcome {

    /** What it is called. */
    String name();

    /** It was checked. */
    record Checked(JobCheck check) implements CheckOutcome {

        @Override
        public String name() {
            return check.job().name();
        }
    }

    /**
     * There is nothing to check.
     *
     * @param reason why, for people
     */
    record NotChecked(String name, String reason) implements CheckOutcome {}

    /**
     * It failed.
     *
     * @param message what by, for people; one or more lines
     */
    record CheckFailed(String name, String message) implements CheckOutcome {}
}
