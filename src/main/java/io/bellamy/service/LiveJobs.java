package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.files.FolderStamp;
import io.bellamy.job.JobName;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.store.ModelVersions;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that have a model, kept as their files are: what was published or recorded since is read aside, and takes the place
 * of what was there when it is whole. Safe for several threads.
 */
public final class LiveJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LiveJobs.class);

    /** Of jobs without a model of their own so many are there from the beginning; more are read when they are asked about, and so many kept. */
    private static final int MOST_OTHERS = 32;

    private final Workspace workspace;
    private final LiveScope scope;
    private final JobReader reader;
    private final AtomicReference<Map<JobName, LiveJob>> jobs = new AtomicReference<>(Map.of());

    /**
     * Which jobs there are.
     *
     * @param target only those of this data set, where one is given
     * @param algorithm only that of this name, where one is given
     */
    public record LiveScope(Optional<String> target, Optional<String> algorithm) {

        boolean has(JobName job) {
            return target.map(job.target()::equals).orElse(true)
                    && algorithm.map(job.algorithm()::equals).orElse(true);
        }
    }

    /** Of a workspace; nothing is read before the first {@link #refresh()}. */
    public LiveJobs(Workspace workspace, LiveScope scope) {
        this.workspace = workspace;
        this.scope = scope;
        this.reader = new JobReader(workspace);
    }

    /** Those that there are now, by data set and name. */
    public Collection<LiveJob> all() {
        return jobs.get().values();
    }

    /**
     * The data of one of them.
     *
     * @throws NothingToWorkWithException if it is none of them
     */
    public Dataset runsOf(JobName name) {
        LiveJob job = jobs.get().get(name);
        if (job == null) {
            throw new NothingToWorkWithException(Quoted.of(name.algorithm()) + " of " + Quoted.of(name.target())
                    + " is no job that is answered about; /v1/jobs lists them");
        }
        return job.content().orElseThrow(() -> job.failure().orElseThrow()).dataset();
    }

    /** Reads what has changed. What can't be read leaves what was read before. */
    public synchronized void refresh() {
        Map<JobName, LiveJob> before = jobs.get();
        Map<JobName, LiveJob> now = new LinkedHashMap<>();
        Map<String, FolderStamp> looked = new HashMap<>();
        for (JobName name : names()) {
            now.put(name, refreshed(name, Optional.ofNullable(before.get(name)), looked));
        }
        List<LiveJob> others = before.values().stream()
                .filter(job -> !now.containsKey(job.name()))
                .filter(job -> job.stamp().equals(reader.stamp(job.name(), looked)))
                .toList();
        others.stream().skip(Math.max(0, others.size() - MOST_OTHERS)).forEach(job -> now.put(job.name(), job));
        jobs.set(Collections.unmodifiableMap(now));
    }

    private List<JobName> names() {
        Set<JobName> own = new LinkedHashSet<>();
        Set<JobName> answeredTogether =
                new TreeSet<>(Comparator.comparing(JobName::target).thenComparing(JobName::algorithm));
        for (ModelVersions models : workspace.models().all()) {
            own.add(new JobName(models.target(), models.algorithm()));
            if (models.algorithm().equals(DatasetCatalog.ALL)) {
                algorithms(models.target()).forEach(name -> answeredTogether.add(new JobName(models.target(), name)));
            }
        }
        answeredTogether.removeAll(own);
        return Stream.concat(own.stream(), answeredTogether.stream().limit(MOST_OTHERS))
                .filter(scope::has)
                .toList();
    }

    /** Those of a data set that a model of all answers about; none where one is called so itself. */
    private Set<String> algorithms(String target) {
        try {
            Set<String> all = workspace.datasets().algorithms(target);
            return all.contains(DatasetCatalog.ALL) ? Set.of() : all;
        } catch (BellamyException unreadable) {
            return Set.of();
        }
    }

    private LiveJob refreshed(JobName name, Optional<LiveJob> before, Map<String, FolderStamp> looked) {
        String stamp = reader.stamp(name, looked);
        if (before.isPresent() && before.get().stamp().equals(stamp)) {
            return before.get();
        }
        LiveJob now = reader.read(name, before);
        tell(now, before);
        return now;
    }

    private static void tell(LiveJob now, Optional<LiveJob> before) {
        String name = now.name().target() + " " + now.name().algorithm();
        if (now.failure().isPresent()) {
            if (before.filter(now::failsAs).isPresent()) {
                return;
            }
            LOG.error(
                    "{}: {}; {}",
                    name,
                    Quoted.line(String.valueOf(now.failure().get().getMessage())),
                    now.content().isPresent() ? "what was read before answers" : "nothing can be answered");
            return;
        }
        LiveJob.LiveContent content = now.content().orElseThrow();
        if (before.flatMap(LiveJob::content)
                .filter(old -> old.version().equals(content.version())
                        && old.dataDigest().equals(content.dataDigest()))
                .isEmpty()) {
            LOG.info("{}: model {}, {} runs", name, content.version(), content.runs());
        }
    }

    /** What requests of one moment are answered from: it stays as it is, whatever is published meanwhile. */
    public AnswerSource view() {
        return new LiveView(jobs.get());
    }

    private final class LiveView implements AnswerSource {

        private final Map<JobName, LiveJob> seen;

        LiveView(Map<JobName, LiveJob> seen) {
            this.seen = new HashMap<>(seen);
        }

        @Override
        public Predictor of(JobName name) {
            LiveJob job = seen.computeIfAbsent(name, LiveJobs.this::other);
            return job.content().orElseThrow(() -> job.failure().orElseThrow()).predictor();
        }
    }

    /** A job without a model of its own, which that of all algorithms answers about; or none. */
    private LiveJob other(JobName name) {
        if (!scope.target().map(name.target()::equals).orElse(true)) {
            throw new NothingToWorkWithException(
                    "only jobs of " + scope.target().orElseThrow() + " are served here");
        }
        LiveJob read = reader.read(name, Optional.empty());
        if (read.content().isEmpty()) {
            throw read.failure().orElseThrow();
        }
        keep(read);
        return read;
    }

    private synchronized void keep(LiveJob job) {
        Map<JobName, LiveJob> more = new LinkedHashMap<>(jobs.get());
        if (more.size() < names().size() + MOST_OTHERS) {
            more.putIfAbsent(job.name(), job);
            jobs.set(Collections.unmodifiableMap(more));
        }
    }
}
