package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a cluster costs in all, with its start-up, its driver and at spot prices, through the real command line. */
class ClusterCostsTest extends MemoryCases {

    @Test
    void costsAreThoseOfTheWholeCluster() throws IOException {
        String request = SMALL.formatted("8000");
        Path prices = Files.writeString(
                folder.resolve("steady.yml"), "{minimum_seconds: 60, per_hour: {small: 3.6, master: 7.2}}");
        JsonNode plain = json(jobs.ask("predict", request, "-o", "json", "--prices", prices.toString()));
        Bellamy whole = jobs.ask(
                "predict",
                request,
                "-o",
                "json",
                "--prices",
                prices.toString(),
                "--startup",
                "4 min",
                "--driver",
                "master");
        JsonNode with = json(whole);
        assertThat(Schemas.prediction().validate(with)).isEmpty();
        JsonNode point = with.at("/predictions/6");
        double billed = Math.ceil(point.get("runtime_seconds").asDouble() + 240);
        assertThat(point.get("cost").asDouble()).isCloseTo(billed * (8 * 0.001 + 0.002), within(1e-9));
        assertThat(point.get("startup_cost").asDouble()).isCloseTo(240 * 8 * 0.001, within(1e-9));
        assertThat(point.get("driver_cost").asDouble()).isCloseTo(billed * 0.002, within(1e-9));
        assertThat(with.at("/objective/startup_seconds").asDouble()).isEqualTo(240);
        assertThat(with.at("/objective/driver/machine_type").asText()).isEqualTo("master");
        assertThat(plain.at("/predictions/6/cost").asDouble())
                .isCloseTo(
                        Math.max(
                                        60,
                                        Math.ceil(plain.at("/predictions/6/runtime_seconds")
                                                .asDouble()))
                                * 0.008,
                        within(1e-9));
        assertThat(plain.at("/predictions/6").has("startup_cost")).isFalse();
        // a budget is one of the whole
        double budget = point.get("cost").asDouble();
        JsonNode within = json(jobs.ask(
                "predict",
                request.replace("}}", "}, cluster: {startup: 240, driver: master}}"),
                "-o",
                "json",
                "--prices",
                prices.toString(),
                "--max-cost",
                Double.toString(budget + 1e-9)));
        assertThat(within.at("/recommendation/cost").asDouble()).isLessThanOrEqualTo(budget + 1e-9);
        assertThat(within.at("/recommendation/startup_cost").asDouble()).isPositive();
    }

    @Test
    void spotPricesAreThoseOfADayAndToldAsSuch() throws IOException {
        String request = SMALL.formatted("8000");
        String prices = Files.writeString(folder.resolve("steady2.yml"), "{per_hour: {small: 3.6, master: 7.2}}")
                .toString();
        String spot = Files.writeString(folder.resolve("spot.yml"), "{date: 2026-11-25, per_hour: {small: 1.08}}")
                .toString();
        Bellamy both = jobs.ask(
                "predict", request, "-o", "json", "--prices", prices, "--spot-prices", spot, "--driver", "master");
        JsonNode answer = json(both);
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        assertThat(answer.at("/objective/spot_prices_of").asText()).isEqualTo("2026-11-25");
        assertThat(answer.at("/objective/driver/at_spot_prices").asBoolean()).isFalse();
        double billed = Math.ceil(answer.at("/predictions/0/runtime_seconds").asDouble());
        assertThat(answer.at("/predictions/0/cost").asDouble()).isCloseTo(billed * (2 * 0.0003 + 0.002), within(1e-9));
        Bellamy text = jobs.ask(
                "predict", request, "--prices", prices, "--spot-prices", spot, "--driver", "master", "--startup", "60");
        assertThat(text.out())
                .contains("costs: with 60 s of start-up (", " USD) and the driver (master, ")
                .contains(
                        "costs: at spot prices of 2026-11-25, but for the driver; that machines may be taken back is in"
                                + " neither runtimes nor costs");
        assertThat(jobs.ask("predict", request, "--spot-prices", spot, "--driver", "master")
                        .err())
                .contains("prices: there is none for the driver's machine type 'master'");
        String bad = Files.writeString(folder.resolve("bad.yml"), "{date: today, per_hour: {small: free}, spots: 1}")
                .toString();
        Bellamy wrong = jobs.ask("predict", request, "--spot-prices", bad);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("date: 'today' must be the day of these prices", "small: 'free'", "spots: unknown key");
        Bellamy options = jobs.ask("predict", request, "--startup", "4 parsecs", "--driver", " ");
        assertThat(options.err()).contains("--startup: '4 parsecs' must be a time", "--driver: must be a machine type");
        assertThat(jobs.ask(
                                "predict",
                                request,
                                "--spot-prices",
                                folder.resolve("none.yml").toString())
                        .exitCode())
                .isEqualTo(2);
    }
}
