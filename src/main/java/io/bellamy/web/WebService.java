package io.bellamy.web;

import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.StopSignals;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service, from its start to its end. */
public final class WebService {

    private static final Logger LOG = LoggerFactory.getLogger(WebService.class);
    private static final int MOST_THREADS = 16;
    private static final long STOP_MILLIS = 30_000;

    private final ServeSettings settings;
    private final LiveJobs jobs;
    private final Lanes lanes;
    private final ServiceMetrics metrics;
    private final Readiness readiness;
    private final Server server;
    private final Listeners listeners;
    private final Connections connections = new Connections(System::nanoTime);
    private final Optional<Renewed<BearerTokens>> tokens;
    private final CountDownLatch told = new CountDownLatch(1);

    /**
     * Wires it; nothing is read, and nobody is listened to yet.
     *
     * @param words of the command line for failures
     */
    public WebService(Workspace workspace, ServeSettings settings, FailureWords words) {
        this.settings = settings;
        this.jobs = new LiveJobs(workspace, settings.scope());
        this.lanes = new Lanes(settings.workers(), settings.queue());
        this.metrics = new ServiceMetrics(jobs, lanes);
        this.readiness = new Readiness(jobs);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("bellamy-http");
        this.server = new Server(threads);
        Callers callers = new Callers();
        this.listeners = new Listeners(server, settings, callers, connections);
        this.tokens =
                settings.tokens().map(file -> new Renewed<>("tokens", List.of(file), () -> BearerTokens.of(file)));
        Failures failures = new Failures(words, Failures.OVER_HTTP);
        Api api = new Api(workspace, jobs, settings, failures, readiness, metrics);
        server.setHandler(new GracefulHandler(
                new ServiceHandler(api, new Gate(tokens, settings.hosts()), lanes, callers, failures, connections)));
        server.setErrorHandler(new HttpErrors());
        server.setRequestLog(new AccessLog(metrics));
        server.setStopTimeout(STOP_MILLIS);
    }

    /**
     * Reads what there is, listens, and answers until a signal tells it to stop; then it ends what was begun.
     *
     * @param started is told where it is reached
     */
    public void run(Started started) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bellamy-looks");
            thread.setDaemon(true);
            return thread;
        });
        StopSignals signals = new StopSignals(told::countDown);
        try {
            jobs.refresh();
            listen(started);
            long millis = settings.look().toMillis();
            var looking = looks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
            told.await();
            stop();
            looking.cancel(false);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            looks.shutdownNow();
            lanes.close();
            metrics.close();
            signals.release();
        }
    }

    /** Is told where the service is reached. */
    @FunctionalInterface
    public interface Started {

        /** At these addresses. */
        void at(List<String> places);
    }

    private void listen(Started started) {
        try {
            listeners.add();
            Connections.limit(server);
            server.start();
            started.at(listeners.places());
        } catch (IOException failure) {
            end();
            throw new MachineException("can't listen: " + Quoted.line(String.valueOf(failure.getMessage())), failure);
        } catch (RuntimeException failure) {
            end();
            throw failure;
        } catch (Exception failure) {
            end();
            throw new IllegalStateException(failure);
        }
    }

    /** Looks whether files have changed; whatever comes of it, it looks again. */
    private void look() {
        try {
            connections.sweep();
            tokens.ifPresent(Renewed::refresh);
            listeners.refresh();
            jobs.refresh();
            metrics.countLook(false);
        } catch (Exception | Error failure) {
            metrics.countLook(true);
            LOG.error("can't look whether files have changed: {}", Quoted.line(String.valueOf(failure.getMessage())));
            LOG.debug("the failure in full", failure);
        }
    }

    /** First it is told that requests should go elsewhere; then no more are taken, and those that were begun end. */
    private void stop() throws InterruptedException {
        readiness.stop();
        LOG.info("stopping");
        Thread.sleep(settings.drain().toMillis());
        end();
        LOG.info("stopped");
    }

    private void end() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("not all requests could be ended: {}", Quoted.line(failure.toString()));
        }
        try {
            listeners.close();
        } catch (IOException failure) {
            LOG.warn("{}", Quoted.line(String.valueOf(failure.getMessage())));
        }
    }
}
