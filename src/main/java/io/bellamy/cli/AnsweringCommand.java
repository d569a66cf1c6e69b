package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.numerics.Aside;

/** A command that reads the configuration and a model, whatever it is asked. */
interface AnsweringCommand {

    /** Takes the usual configuration from there. */
    void begun(Aside<Configuration> reading);
}
