package io.bellamy.model;

/** The parts of the network that are trained or frozen together; each part's weights are one flat tensor. */
public enum NetworkPart {
    /** maps the three scale-out features to a code */
    SCALE_OUT,
    /** the auto-encoder of property vectors: encoder and decoder */
    PROPERTIES,
    /** maps all codes to the runtime */
    HEAD
}
