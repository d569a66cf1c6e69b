package io.bellamy.cli;

import io.bellamy.agents.AgentServer;
import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.service.LiveJobs.LiveScope;
import io.bellamy.service.RunningProgram;
import io.bellamy.web.LocalApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bellamy mcp}: answers an agent. */
@Command(
        name = "mcp",
        description =
                "Answers an agent over standard input and output, through the Model Context Protocol, until the input ends.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class McpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServedOptions served = new ServedOptions();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        LiveScope scope = served.scope(problems);
        problems.throwIfAny();
        Configuration configuration = served.configuration();
        LocalApi api = new LocalApi(
                served.workspace(configuration), scope, served.costing(configuration), ServedOptions::told);
        new AgentServer(api, new RunningProgram().version(), spec.commandLine().getOut()).run(System.in);
        return ExitCode.DONE;
    }
}
