package io.bellamy.tuning;

/** The standard normal distribution. */
final class Normal {

    /** Beyond this the tail is below 1e-15. */
    private static final double FAR = 8;

    private Normal() {}

    /**
     * The probability of a value up to x, to about 1e-15 absolute: 1/2 plus the density times x + x^3/3 + x^5/(3 5) + ...
     * (Marsaglia: Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004).
     */
    static double cdf(double x) {
        if (x < -FAR) {
            return 0;
        }
        if (x > FAR) {
            return 1;
        }
        double term = x;
        double sum = 0;
        for (int odd = 3; sum + term != sum; odd += 2) {
            sum += term;
            term *= x * x / odd;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
