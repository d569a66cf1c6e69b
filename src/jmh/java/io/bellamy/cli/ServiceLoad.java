package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The service under load and faults, on data and two versions of a model that src/bench/serve.sh prepares; says what came of it,
 * and fails where an answer was wrong or lost.
 */
public final class ServiceLoad {

    private final Path folder;
    private final String launcher;
    private final int rate;
    private final LoadModels models;
    private int wrong;

    private ServiceLoad(Path folder, String launcher, int rate) {
        this.folder = folder;
        this.launcher = launcher;
        this.rate = rate;
        this.models = new LoadModels(folder);
    }

    /** Takes the folder, the launcher, how many requests a second are sent in the steady part, how many seconds parts take, and the parts. */
    public static void main(String[] arguments) throws Exception {
        ServiceLoad load = new ServiceLoad(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
        int seconds = Integer.parseInt(arguments[3]);
        for (String part : List.of(arguments).subList(4, arguments.length)) {
            switch (part) {
                case "steady" -> load.steady(seconds);
                case "connections" -> load.connections();
                case "changes" -> load.changes(seconds);
                case "full" -> load.full();
                default -> throw new IllegalArgumentException(part);
            }
        }
        System.exit(load.wrong == 0 ? 0 : 1);
    }

    private static void tell(String part, String what) {
        System.out.println(part + ": " + what);
    }

    private void expect(String part, boolean right, String what) {
        tell(part, (right ? "right: " : "WRONG: ") + what);
        wrong += right ? 0 : 1;
    }

    private static boolean allAnswered(LoadTraffic traffic) {
        return traffic.statuses().keySet().equals(Set.of(200));
    }

    private void steady(int seconds) throws Exception {
        LoadedService service = LoadedService.start(folder, launcher);
        new LoadTraffic(service.address()).send(Math.min(rate, 200), 15);
        tell("steady", "before: " + service.memory());
        long before = service.processorMillis();
        LoadTraffic traffic = new LoadTraffic(service.address()).send(rate, seconds);
        tell("steady", (service.processorMillis() - before) + " ms of a processor for these:");
        tell("steady", rate + " a second for " + seconds + " s: " + traffic.summary());
        tell("steady", "after: " + service.memory());
        expect("steady", allAnswered(traffic), "all answered with 200 " + traffic.failures());
        compare("steady", traffic);
        expect("steady", service.end() == 0, "ended with exit code 0");
    }

    private void connections() throws Exception {
        LoadedService service = LoadedService.start(folder, launcher);
        new LoadTraffic(service.address()).send(100, 10);
        tell("connections", "before: " + service.memory());
        try (LoadConnections others = new LoadConnections(service.address(), 10_000)) {
            LoadTraffic traffic = new LoadTraffic(service.address());
            int open = 10_000;
            for (int i = 0; i < 50 && open > 0; i++) {
                traffic.send(100, 1);
                open = others.drip();
                if (i == 9) {
                    tell("connections", open + " open after 10 s: " + service.memory());
                }
            }
            tell("connections", "100 a second beside 10,000 idle and slow ones: " + traffic.summary());
            expect("connections", allAnswered(traffic), "all answered with 200 " + traffic.failures());
            expect("connections", open == 0, open + " of the others still open in the end");
        }
        expect("connections", service.end() == 0, "ended with exit code 0");
    }

    /** A version is published each second, one is damaged, the data are replaced, and then a signal comes. */
    private void changes(int seconds) throws Exception {
        LoadedService service = LoadedService.start(folder, launcher, "--drain", "2");
        AtomicBoolean over = new AtomicBoolean();
        LoadTraffic traffic = new LoadTraffic(service.address());
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> traffic.send(100, over::get));
        List<String> versions = models.versions();
        for (int second = 0; second < seconds; second++) {
            String version = versions.get(second % versions.size());
            models.publish(version);
            if (second == seconds / 3) {
                byte[] whole = models.damage(version);
                Thread.sleep(3000);
                models.mend(version, whole);
            }
            if (second == seconds / 2) {
                models.replaceData();
            }
            Thread.sleep(1000);
        }
        over.set(true);
        sending.join();
        traffic.awaitAll();
        tell("changes", seconds + " publications, a damaged one, data replaced; 100 a second: " + traffic.summary());
        expect(
                "changes",
                Set.of(200, 503).containsAll(traffic.statuses().keySet()),
                "all answered, or told to ask again " + traffic.failures());
        compare("changes", traffic);
        signal(service);
    }

    /** Requests are sent until nobody listens; of those that were taken none may be lost. */
    private void signal(LoadedService service) throws InterruptedException {
        LoadTraffic traffic = new LoadTraffic(service.address());
        traffic.send(100, 1);
        CompletableFuture<Integer> ending = CompletableFuture.supplyAsync(() -> {
            try {
                return service.end();
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        traffic.send(100, () -> traffic.statuses().containsKey(0)).awaitAll();
        tell("signal", "100 a second while it ends: " + traffic.summary());
        Set<String> lost = traffic.failures();
        expect(
                "signal",
                lost.stream().allMatch(why -> why.startsWith("503 ") || why.contains("ConnectException")),
                "whoever was taken was answered, the others could not connect " + lost);
        expect("signal", ending.join() == 0, "ended with exit code 0");
    }

    /** Of each model and data one text for a request, and a sample of these from the command line at that version. */
    private void compare(String part, LoadTraffic traffic) throws IOException {
        Map<String, Map<Integer, Set<String>>> answers = traffic.answers();
        long several = answers.values().stream()
                .flatMap(byKind -> byKind.values().stream())
                .filter(texts -> texts.size() > 1)
                .count();
        expect(part, several == 0, several + " requests have two answers of one model and data");
        LoadModels.Agreement agreement = models.agreement(answers);
        expect(
                part,
                agreement.all() == agreement.same() && agreement.all() > 0,
                agreement.same() + " of " + agreement.all() + " answers of " + agreement.models() + " models and "
                        + agreement.states() + " states of the data are those of the command line to the byte");
    }

    /** Data on a disk that is full, which src/bench/serve.sh mounts: runs are refused, answers go on; with room they are taken. */
    private void full() throws Exception {
        Path disk = folder.resolve("full");
        Files.createDirectories(disk.resolve("c3o"));
        for (String name : List.of("dataset.yml", "grep.csv")) {
            Files.copy(
                    folder.resolve("data/c3o").resolve(name),
                    disk.resolve("c3o").resolve(name));
        }
        Path rest = disk.resolve("rest");
        fill(rest);
        LoadedService service = LoadedService.start(
                folder,
                launcher,
                "--data-dir",
                disk.toString(),
                "--socket",
                folder.resolve("socket").toString());
        LoadTraffic before = new LoadTraffic(service.address()).send(20, 5);
        int refused = service.record(folder.resolve("socket"));
        LoadTraffic traffic = new LoadTraffic(service.address()).send(20, 5);
        expect("full", refused == 500, "a run is refused with 500, not " + refused);
        expect("full", allAnswered(traffic), "all answered with 200 " + traffic.failures());
        expect("full", before.answers().equals(traffic.answers()), "answers are as before");
        Files.delete(rest);
        int taken = service.record(folder.resolve("socket"));
        expect("full", taken == 200, "with room again a run is taken, not " + taken);
        expect("full", service.end() == 0, "ended with exit code 0");
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException full) {
            tell("full", String.valueOf(full.getMessage()));
        }
    }
}
