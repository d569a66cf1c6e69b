package io.bellamy.cli;

import io.bellamy.service.RunningProgram;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {new RunningProgram().summary()};
    }
}
