package io.bellamy.model;

/**
 * A fully connected layer.
 *
 * @param name its name in stored weights
 * @param part the part that it belongs to
 * @param inputs how many numbers go in
 * @param outputs how many come out
 * @param bias whether it adds a bias
 */
public record Layer(String name, NetworkPart part, int inputs, int outputs, boolean bias) {

    /** How many numbers it consists of. */
    public int size() {
        return inputs * outputs + (bias ? outputs : 0);
    }
}
