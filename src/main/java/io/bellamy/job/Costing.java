package io.bellamy.job;

import java.util.Optional;

/**
 * What is known of the costs of clusters.
 *
 * @param prices of machines that are had for as long as they are wanted
 * @param spot prices of machines that may be taken back; where there are any, all but the driver cost that
 * @param charge what is billed beside the run
 */
public record Costing(Optional<Prices> prices, Optional<SpotPrices> spot, ClusterCharge charge) {

    /** Nothing is known. */
    public static final Costing NONE = new Costing(Optional.empty(), Optional.empty(), ClusterCharge.NONE);

    /** This, and what another says where it says nothing. */
    public Costing or(Costing other) {
        return new Costing(prices.or(other::prices), spot.or(other::spot), charge.or(other.charge()));
    }

    /** What the machines cost that run the job. */
    public Optional<Prices> workers() {
        return spot.map(SpotPrices::prices).or(this::prices);
    }
}
