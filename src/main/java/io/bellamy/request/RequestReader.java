package io.bellamy.request;

import io.bellamy.features.Property;
import io.bellamy.job.Costing;
import io.bellamy.job.Name;
import io.bellamy.job.Preferences;
import io.bellamy.job.Request;
import io.bellamy.problem.Problems;
import io.bellamy.request.AlternativeReader.Alternative;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request against the properties that the configuration knows. */
public final class RequestReader {

    private final List<Property> essential;
    private final List<Property> optional;

    public RequestReader(List<Property> essential, List<Property> optional) {
        this.essential = essential;
        this.optional = optional;
    }

    /**
     * Reads a request.
     *
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public ParsedRequest read(YamlSection root) {
        Problems problems = root.problems();
        Optional<String> target = name(root, "training_target");
        Optional<String> algorithm = name(root, "algorithm");
        Map<String, String> essentialValues = PropertyReader.read(root.section("essential_properties"), essential);
        Map<String, String> optionalValues = PropertyReader.read(root.section("optional_properties"), optional);
        Optional<LocalDate> day = day(root);
        List<Alternative> alternatives = new AlternativeReader(optional).read(root, optionalValues);
        Preferences preferences = PreferenceReader.read(root);
        Costing costing = CostingReader.read(root);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        List<Request> requests = alternatives.stream()
                .map(alternative -> new Request(
                        target,
                        algorithm,
                        alternative.scaleOuts(),
                        day,
                        alternative.machineType(),
                        essentialValues,
                        optionalValues,
                        alternative.size().amounts(),
                        alternative.size().compared(),
                        Set.of()))
                .toList();
        return new ParsedRequest(requests, preferences, costing);
    }

    private static Optional<LocalDate> day(YamlSection root) {
        Optional<YamlScalar> given =
                root.scalar("day").filter(scalar -> !scalar.text().isBlank());
        Optional<LocalDate> day = given.flatMap(scalar -> DayText.day(scalar.text()));
        if (day.isEmpty()) {
            given.ifPresent(scalar -> scalar.reject("the day on which the job is to run, as 2026-11-29"));
        }
        return day;
    }

    private static Optional<String> name(YamlSection root, String key) {
        Optional<YamlScalar> given =
                root.scalar(key).filter(scalar -> !scalar.text().isBlank());
        given.ifPresent(scalar -> Name.objection(scalar.text()).ifPresent(scalar::reject));
        return given.map(YamlScalar::text);
    }
}
