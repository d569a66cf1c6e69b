package io.bellamy.service;

import io.bellamy.prediction.Explanation;
import io.bellamy.recommendation.Recommendation;
import java.util.Optional;

/**
 * A recommendation as it is reported.
 *
 * @param recommendation what to choose
 * @param explanation how the model sees the choice, where that was asked for
 */
public record Advice(Recommendation recommendation, Optional<Explanation> explanation) {}
