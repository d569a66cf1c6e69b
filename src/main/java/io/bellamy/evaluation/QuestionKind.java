package io.bellamy.evaluation;

/** Where the tested scale-out lies. */
public enum QuestionKind {
    /** within the range of the training points */
    INTERPOLATION,
    /** outside it; without training points every scale-out is */
    EXTRAPOLATION,
    /** wherever that of the next run lies */
    NEXT
}
