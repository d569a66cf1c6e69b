package io.bellamy.web;

import io.bellamy.service.LiveJobs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;

/** Figures of the service, for Prometheus. */
final class ServiceMetrics implements Endpoint, AutoCloseable {

    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge models;
    private final MultiGauge broken;
    private final LiveJobs jobs;

    ServiceMetrics(LiveJobs jobs, Lanes lanes) {
        this.jobs = jobs;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("bellamy.requests.waiting", lanes, Lanes::waiting)
                .description("requests that wait for a worker")
                .register(registry);
        Gauge.builder("bellamy.requests.working", lanes, Lanes::working)
                .description("requests that are worked on")
                .register(registry);
        models = MultiGauge.builder("bellamy.model.info")
                .description("1 for each job, with the model and the data that answer")
                .register(registry);
        broken = MultiGauge.builder("bellamy.job.damaged")
                .description(
                        "1 where the newest model or data of a job can't be read, so that older ones answer, or none")
                .register(registry);
    }

    /** Counts an answer. */
    void count(String method, String route, int status, long nanos) {
        Timer.builder("bellamy.http.requests")
                .description("how long requests took, from the first byte to the answer")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    /** Counts another look at files. */
    void countLook(boolean failed) {
        Counter.builder("bellamy.looks")
                .description("how often it was looked whether data or models have changed")
                .tag("outcome", failed ? "failed" : "done")
                .register(registry)
                .increment();
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        models.register(
                jobs.all().stream()
                        .flatMap(job -> job.content().stream()
                                .map(content -> MultiGauge.Row.of(
                                        Tags.of(
                                                "training_target", job.name().target(),
                                                "algorithm", job.name().algorithm(),
                                                "model_version", content.version(),
                                                "data_sha256", content.dataDigest()),
                                        1)))
                        .map(row -> (MultiGauge.Row<?>) row)
                        .toList(),
                true);
        broken.register(
                jobs.all().stream()
                        .map(job -> (MultiGauge.Row<?>) MultiGauge.Row.of(
                                Tags.of(
                                        "training_target",
                                        job.name().target(),
                                        "algorithm",
                                        job.name().algorithm()),
                                job.failure().isPresent() || !job.warnings().isEmpty() ? 1 : 0))
                        .toList(),
                true);
        return new HttpAnswer(200, MEDIA_TYPE, registry.scrape(), Map.of());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
