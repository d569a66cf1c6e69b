import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** A job that needs memory: a table with six entries for each character of a group lies in it at a time; INPUT GROUPS. */
public final class GroupLines {

    private GroupLines() {}

    public static void main(String[] arguments) {
        int groups = Integer.parseInt(arguments[1]);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            long sum = spark.textFile(arguments[0], groups)
                    .mapToPair(line -> new Tuple2<>(Math.floorMod(line.hashCode(), groups), line))
                    .groupByKey(groups)
                    .mapValues(lines -> {
                        long length = 0;
                        for (String line : lines) {
                            length += line.length();
                        }
                        long[] table = new long[Math.toIntExact(6 * length)];
                        int at = 0;
                        for (String line : lines) {
                            for (int i = 0; i < line.length(); i++) {
                                table[at] = line.charAt(i) + (at == 0 ? 0 : 31 * table[at - 1]);
                                at++;
                            }
                        }
                        return table[at / 2];
                    })
                    .values()
                    .reduce(Long::sum);
            System.out.println(sum);
        }
    }
}
