package io.bellamy.request;

import io.bellamy.job.Costing;
import io.bellamy.job.Prices;
import io.bellamy.job.SpotPrices;
import io.bellamy.yaml.YamlSection;
import java.util.Optional;

/** Reads what a request says of costs: its sections {@code prices}, {@code spot_prices} and {@code cluster}. */
public final class CostingReader {

    private CostingReader() {}

    /** Reads it; what is wrong becomes a problem. */
    public static Costing read(YamlSection root) {
        Optional<Prices> prices =
                root.has("prices") ? Optional.of(PriceReader.read(root.section("prices"))) : Optional.empty();
        Optional<SpotPrices> spot = root.has("spot_prices")
                ? Optional.of(PriceReader.readSpot(root.section("spot_prices")))
                : Optional.empty();
        return new Costing(prices, spot, ChargeReader.read(root));
    }
}
