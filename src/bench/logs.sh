# What the scripts beside this one share that import; $home is the folder of the project.

# an event log of a size: what a real job did, with its tasks again and again, as they are what large logs are made of
event_log() {
    zstd -qdc "$home/src/test/resources/spark-logs/app-20261128220752-0008.zstd" | awk -v bytes="$1" '
        /SparkListenerApplicationEnd/ { last = $0; next }
        /"SparkListenerTask(Start|End)"/ { tasks[++count] = $0 }
        { print }
        END {
            while (done < bytes) for (i = 1; i <= count; i++) { print tasks[i]; done += length(tasks[i]) + 1 }
            print last
        }'
}
