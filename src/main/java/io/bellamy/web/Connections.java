package io.bellamy.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Keeps connections in bounds. However slowly its bytes come, one on which no whole head of a request has come for so long,
 * since it was opened or its last answer, is closed; the server itself closes only those on which nothing comes at all.
 */
final class Connections implements Connection.Listener {

    private static final long MOST_NANOS_WAITING = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST = 16_384;

    /** Files that are open beside connections: libraries, models, data. */
    private static final int OTHER_FILES = 512;

    /** At the limit those that say nothing make room soon. */
    private static final long IDLE_MILLIS_AT_LIMIT = 1000;

    private final LongSupplier nanos;
    private final Map<Connection, Use> uses = new ConcurrentHashMap<>();

    /** Measures time by a clock. */
    Connections(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Use {

        private final AtomicInteger requests = new AtomicInteger();
        private volatile long since;

        private Use(long since) {
            this.since = since;
        }
    }

    /** Takes no more connections than files may be open; further ones wait in the system's queue. */
    static void limit(Server server) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(most(), server);
        limit.setEndPointIdleTimeout(IDLE_MILLIS_AT_LIMIT);
        server.addBean(limit);
    }

    private static int most() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.max(1, Math.min(MOST, system.getMaxFileDescriptorCount() - OTHER_FILES))
                : MOST;
    }

    @Override
    public void onOpened(Connection connection) {
        // not those below it, which make TLS of its bytes
        if (connection instanceof HttpConnection) {
            uses.put(connection, new Use(nanos.getAsLong()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        uses.remove(connection);
    }

    /** A whole head has come; it counts as used until the request is done. */
    void begun(Request request) {
        Use use = uses.get(request.getConnectionMetaData().getConnection());
        if (use != null) {
            use.requests.incrementAndGet();
            Request.addCompletionListener(request, failure -> {
                use.since = nanos.getAsLong();
                use.requests.decrementAndGet();
            });
        }
    }

    /** Closes those that have waited for too long. */
    void sweep() {
        long now = nanos.getAsLong();
        uses.forEach((connection, use) -> {
            if (use.requests.get() == 0 && now - use.since > MOST_NANOS_WAITING) {
                connection.getEndPoint().close(new TimeoutException("no whole request came"));
            }
        });
    }
}
