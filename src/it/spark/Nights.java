import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/** A job on one night after the other, in applications of their own: FOLDER NIGHTS RELEASE; from that night on another jar runs. */
public final class Nights {

    private static final int[] EXECUTORS = {3, 2, 3, 1};

    private Nights() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int release = Integer.parseInt(arguments[2]);
        Random random = new Random(1);
        for (int night = 1; night <= Integer.parseInt(arguments[1]); night++) {
            StringBuilder lines = new StringBuilder();
            int words = 200_000 + random.nextInt(40_000);
            for (int word = 0; word < words; word++) {
                lines.append('w').append(random.nextInt(3000)).append(word % 12 == 11 ? '\n' : ' ');
            }
            Path input = Files.writeString(folder.resolve("night.txt"), lines);
            System.setProperty("spark.app.name", "word lengths " + LocalDate.of(2026, 10, 31).plusDays(night));
            System.setProperty("spark.master", "local-cluster[" + EXECUTORS[night % EXECUTORS.length] + ",1,512]");
            System.setProperty("spark.jars", folder.resolve(night < release ? "job.jar" : "release.jar").toString());
            WordLengths.main(new String[] {input.toString(), folder.resolve("nights-out/" + night).toString(), "6", "20000"});
        }
    }
}
