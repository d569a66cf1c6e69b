package io.bellamy.cli;

import io.bellamy.job.JobName;
import io.bellamy.problem.Problems;
import io.bellamy.report.RequestTemplate;
import io.bellamy.service.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bellamy init}: the request to begin with. */
@Command(
        name = "init",
        description = "Prints a request about a job as it usually is, with comments, to go on from.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private UsualOptions usual = new UsualOptions();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String target = common.target(problems);
        String algorithm = stored.required(problems);
        problems.throwIfAny();
        Workspace workspace = common.workspace(common.configuration(), Optional.empty());
        JobName job = new JobName(target, algorithm);
        spec.commandLine().getOut().print(RequestTemplate.yaml(usual.request(workspace, workspace.datasets(), job)));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
