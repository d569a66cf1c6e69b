package io.bellamy.spark;

/**
 * An executor can't do an order, and says why; where in the program that was found out is for the executor's own log. Unlike
 * Bellamy's own its class is known to Spark, which brings it to the driver.
 */
final class UndoneOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndoneOrderException(String message) {
        super(message, null, false, false);
    }
}
