import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** A job that needs memory: the words of all lines of a group lie in it at a time; INPUT GROUPS. */
public final class GroupLines {

    private GroupLines() {}

    public static void main(String[] arguments) {
        int groups = Integer.parseInt(arguments[1]);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            long sum = spark.textFile(arguments[0], groups)
                    .mapToPair(line -> new Tuple2<>(Math.floorMod(line.hashCode(), groups), line))
                    .groupByKey(groups)
                    .mapValues(lines -> {
                        java.util.List<String[]> words = new java.util.ArrayList<>();
                        lines.forEach(line -> words.add(line.split(" ")));
                        return words.stream().mapToLong(line -> line[line.length / 2].hashCode()).sum();
                    })
                    .values()
                    .reduce(Long::sum);
            System.out.println(sum);
        }
    }
}
