# What the scripts beside this folder share: a real Spark from Maven's repository, started here; $home is the folder of the project and
# $work, which prepare makes, where everything of a script lies.

it=$home/src/it/spark
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || :' EXIT
export SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 SPARK_NO_DAEMONIZE=1 HADOOP_USER_NAME=etl LC_ALL=C.UTF-8

opens=-XX:+IgnoreUnrecognizedVMOptions
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done

prepare() { # FOLDER
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
    export SPARK_HOME=$work/spark SPARK_WORKER_DIR=$work/workers
    [ -d "$SPARK_HOME/jars" ] ||
        mvn -q -B -f "$it/pom.xml" dependency:copy-dependencies -DoutputDirectory="$SPARK_HOME/jars" -DincludeScope=runtime
}

package() { # JAR SOURCE...
    local jar=$1
    shift
    rm -rf "$work/classes-$jar"
    mkdir "$work/classes-$jar"
    javac -cp "$SPARK_HOME/jars/*" -d "$work/classes-$jar" "$@"
    jar cf "$work/$jar.jar" -C "$work/classes-$jar" .
}

spark() { # CLASS ARGUMENTS
    # shellcheck disable=SC2086 # the options are words
    java $opens -Xmx512m -cp "$SPARK_HOME/jars/*" "$@"
}

server() { # NAME CLASS ARGUMENTS
    local name=$1
    shift
    # shellcheck disable=SC2086 # the options are words
    ${server_on:-} java $opens -Xmx${server_memory:-512m} ${server_options:-} -cp "$SPARK_HOME/jars/*" "$@" >"$work/$name.log" 2>&1 &
    pids+=($!)
}

waits_for() { # ADDRESS TEXT
    for _ in $(seq 90); do
        if curl -fs "$1" 2>/dev/null | grep -q "$2"; then return 0; fi
        sleep 1
    done
    echo "nothing at $1: see the logs in $work" >&2
    return 1
}

# three workers on addresses of their own; their pages have the ports after the master's
cluster() { # PORT PAGE CORES MEMORY
    local i
    master=spark://127.0.0.1:$1
    server master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$1" --webui-port "$2"
    waits_for "http://127.0.0.1:$2/json/" aliveworkers
    for i in 1 2 3; do
        server "worker$i" org.apache.spark.deploy.worker.Worker --host 127.0.0.$i --cores "$3" --memory "$4" \
            --webui-port $(($2 + i)) "$master"
    done
    waits_for "http://127.0.0.1:$2/json/" '"aliveworkers" *: *3'
}
