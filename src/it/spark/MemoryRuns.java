import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A job that needs memory on clusters of several sizes, in applications of their own: FOLDER TABLE (executors, MB of each, MB of input). */
public final class MemoryRuns {

    private MemoryRuns() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> lines = Files.readAllLines(Path.of(arguments[1]));
        for (int run = 1; run <= lines.size(); run++) {
            String[] size = lines.get(run - 1).split(" ");
            System.setProperty("spark.app.name", "group lines " + LocalDate.of(2026, 1, 1).plusDays(run));
            System.setProperty("spark.master", "local-cluster[" + size[0] + ",1," + size[1] + "]");
            System.setProperty("spark.executor.memory", size[1] + "m");
            System.setProperty("spark.jars", folder.resolve("job.jar").toString());
            try {
                GroupLines.main(new String[] {folder.resolve("in/" + size[2] + ".txt").toString(), "2"});
            } catch (Exception failure) {
                // the others have their turn; that some die is what is measured
                System.out.println("run " + run + " on " + size[0] + " x " + size[1] + " MB of " + size[2] + " MB failed: " + failure);
            }
        }
    }
}
