package io.bellamy.config;

import io.bellamy.training.Hyperparameters;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the section {@code model_setup}; what is missing is as in the original.
 *
 * @param setup the section
 */
record ModelSetupReader(YamlSection setup) {

    /** The kind of model where a configuration names none, as that of the original does. */
    private static final String AUTOENCODER = "autoencoder";

    private static final int LARGEST_BATCH = 1 << 20;

    /** Reads it, given the kinds of models that there are. */
    ModelSetup read(List<String> models) {
        YamlSection model = setup.section("model_args");
        double dropout = model.scalar("dropout").flatMap(p -> p.number(0, 0.95)).orElse(0.0);
        int hiddenDim =
                model.scalar("hidden_dim").flatMap(ModelSetupReader::even).orElse(8);
        int encodingDim = model.scalar("encoding_dim")
                .flatMap(number -> number.integer(2, 1024))
                .orElse(40);
        model.rejectUnknownKeys();
        YamlSection optimizer = setup.section("optimizer_args");
        double learningRate =
                optimizer.scalar("lr").flatMap(rate -> rate.number(1e-9, 10)).orElse(0.001);
        double weightDecay = optimizer
                .scalar("weight_decay")
                .flatMap(decay -> decay.number(0, 10))
                .orElse(0.001);
        optimizer.rejectUnknownKeys();
        List<Integer> epochs = epochs();
        int batchSize = setup.scalar("batch_size")
                .flatMap(number -> number.integer(1, LARGEST_BATCH))
                .orElse(64);
        checkDevices();
        String kind =
                setup.scalar("model").flatMap(named -> named.oneOf(models)).orElse(AUTOENCODER);
        setup.rejectUnknownKeys();
        Hyperparameters defaults = new Hyperparameters(dropout, learningRate, weightDecay);
        return new ModelSetup(kind, hiddenDim, encodingDim, defaults, epochs.get(0), epochs.get(1), batchSize);
    }

    private static Optional<Integer> even(YamlScalar number) {
        Optional<Integer> value = number.integer(2, 1024);
        if (value.filter(width -> width % 2 != 0).isPresent()) {
            number.reject("an even number");
        }
        return value;
    }

    private List<Integer> epochs() {
        List<YamlScalar> given = setup.scalars("epochs");
        if (setup.has("epochs") && given.size() != 2) {
            setup.problems().add(setup.place("epochs") + ": must be two numbers, for pretraining and fine-tuning");
        }
        List<Integer> epochs = given.stream()
                .flatMap(number -> number.integer(1, ConfigurationReader.MOST_EPOCHS).stream())
                .toList();
        return epochs.size() == 2 ? epochs : List.of(2500, 2500);
    }

    /** A GPU that is asked for is not passed over in silence. */
    private void checkDevices() {
        for (String key : List.of("training_loss_args", "fine_tuning_loss_args", "loss_args")) {
            YamlSection arguments = setup.section(key);
            checkDevice(arguments);
            arguments.rejectUnknownKeys();
        }
        checkDevice(setup);
    }

    private static void checkDevice(YamlSection section) {
        section.scalar("device").ifPresent(device -> device.oneOf(List.of("cpu")));
    }
}
