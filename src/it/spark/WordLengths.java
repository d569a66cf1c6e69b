import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** The job that is imported: for each word its length, summed up with some work; INPUT OUTPUT PARTITIONS ROUNDS. */
public final class WordLengths {

    private WordLengths() {}

    public static void main(String[] arguments) {
        int partitions = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            JavaPairRDD<String, Integer> lengths = spark.textFile(arguments[0], partitions)
                    .flatMap(line -> java.util.List.of(line.split(" ")).iterator())
                    .mapToPair(word -> {
                        int hash = word.hashCode();
                        for (int i = 0; i < rounds; i++) {
                            hash = 31 * hash + i;
                        }
                        return new Tuple2<>(word, hash % 7 + word.length());
                    });
            lengths.reduceByKey(Integer::sum, partitions).saveAsTextFile(arguments[1]);
        }
    }
}
