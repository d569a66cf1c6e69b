import org.apache.spark.SparkConf;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;

/** Waits for its executors, and says how many it has, of which size; EXECUTORS at least. */
public final class Executors {

    private Executors() {}

    public static void main(String[] arguments) throws InterruptedException {
        int wanted = Integer.parseInt(arguments[0]);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            // some work, for which dynamic allocation asks for executors
            spark.parallelize(java.util.Collections.nCopies(64, 1), 64).map(one -> {
                Thread.sleep(200);
                return one;
            }).count();
            int executors = 0;
            for (int i = 0; i < 100 && executors < wanted; i++) {
                Thread.sleep(100);
                // the driver is one of them
                executors = spark.sc().statusTracker().getExecutorInfos().length - 1;
            }
            // more would have come by now
            Thread.sleep(2000);
            SparkExecutorInfo[] all = spark.sc().statusTracker().getExecutorInfos();
            SparkConf conf = spark.getConf();
            System.out.println("executors " + (all.length - 1) + " of " + conf.get("spark.executor.cores", "?") + " cores and "
                    + conf.get("spark.executor.memory", "?")
                    + (conf.contains("spark.dynamicAllocation.maxExecutors")
                            ? ", " + conf.get("spark.dynamicAllocation.minExecutors") + " to "
                                    + conf.get("spark.dynamicAllocation.maxExecutors")
                            : ""));
        }
    }
}
