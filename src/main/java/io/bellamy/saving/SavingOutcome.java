package io.bellamy.saving;

/** What can be said of what a job could save. */
public sealed interface SavingOutcome {

    /** What the job, or the algorithm, is called. */
    String name();

    /** It was looked at. */
    record Looked(JobSaving saving) implements SavingOutcome {

        @Override
        public String name() {
            return saving.job().name();
        }
    }

    /**
     * It could not be.
     *
     * @param reason why, for people; one or more lines
     */
    record NotLooked(String name, String reason) implements SavingOutcome {}
}
