package io.bellamy.cli;

import io.bellamy.files.InputFile;
import io.bellamy.job.ClusterCharge;
import io.bellamy.job.Costing;
import io.bellamy.job.Prices;
import io.bellamy.job.SpotPrices;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.request.ChargeReader;
import io.bellamy.request.PriceReader;
import io.bellamy.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what clusters cost beside the prices of machines. */
final class CostOptions {

    @Option(
            names = "--spot-prices",
            paramLabel = "FILE",
            description =
                    "what machines cost that may be taken back, as examples/spot-prices.yml; all but the driver then"
                            + " cost that")
    private Optional<Path> spot = Optional.empty();

    @Option(
            names = "--startup",
            paramLabel = "TIME",
            description = "how long machines are billed before a run begins, in seconds or with units, as '4 min'")
    private Optional<String> startup = Optional.empty();

    @Option(
            names = "--driver",
            paramLabel = "TYPE",
            description =
                    "the machine type of the driver, or master, where it has a machine of its own that is billed too")
    private Optional<String> driver = Optional.empty();

    /** Tells of what makes no sense. */
    void check(Problems problems) {
        startup.filter(text -> ChargeReader.seconds(text).isEmpty())
                .ifPresent(
                        text -> problems.add("--startup: " + Quoted.of(text) + " must be " + ChargeReader.TIME_RULE));
        driver.filter(String::isBlank).ifPresent(text -> problems.add("--driver: must be a machine type"));
    }

    /**
     * What the options say.
     *
     * @param prices of machines, where they are given
     * @throws io.bellamy.problem.InvalidInputException with all that is wrong with the file
     */
    Costing costing(Optional<Prices> prices, Limits limits) {
        Optional<SpotPrices> known =
                spot.map(file -> PriceReader.readSpotFile(YamlFile.read(InputFile.named(file), new Problems(limits))));
        return new Costing(
                prices, known, new ClusterCharge(startup.flatMap(ChargeReader::seconds), driver.map(String::strip)));
    }
}
