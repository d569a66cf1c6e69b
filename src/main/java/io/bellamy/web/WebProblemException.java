package io.bellamy.web;

/** Ends work with a problem that is told as it is. */
final class WebProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WebProblem problem;

    WebProblemException(WebProblem problem) {
        super(String.join("; ", problem.messages()));
        this.problem = problem;
    }

    WebProblem problem() {
        return problem;
    }
}
