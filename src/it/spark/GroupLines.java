import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** A job that needs memory: all lines of a group lie in it at a time, sorted; INPUT GROUPS. */
public final class GroupLines {

    private GroupLines() {}

    public static void main(String[] arguments) {
        int groups = Integer.parseInt(arguments[1]);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            long sum = spark.textFile(arguments[0], groups)
                    .mapToPair(line -> new Tuple2<>(Math.floorMod(line.hashCode(), groups), line))
                    .groupByKey(groups)
                    .mapValues(lines -> {
                        java.util.List<String> sorted = new java.util.ArrayList<>();
                        lines.forEach(sorted::add);
                        java.util.Collections.sort(sorted);
                        return (long) sorted.get(sorted.size() / 2).hashCode();
                    })
                    .values()
                    .reduce(Long::sum);
            System.out.println(sum);
        }
    }
}
