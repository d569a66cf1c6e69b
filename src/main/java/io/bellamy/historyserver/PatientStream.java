package io.bellamy.historyserver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an answer goes on with, as long as something comes now and then: the client's own time-out ends with the headers. */
final class PatientStream extends FilterInputStream {

    private final Duration patience;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean late = new AtomicBoolean();

    /**
     * Watches a stream.
     *
     * @param patience how long nothing may come
     * @param clock closes the stream then
     */
    PatientStream(InputStream in, Duration patience, ScheduledExecutorService clock) {
        super(in);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ScheduledFuture<?> end = clock.schedule(this::give, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int read = super.read(bytes, offset, length);
            if (late.get()) {
                throw tooLate();
            }
            return read;
        } catch (IOException failure) {
            throw late.get() ? tooLate() : failure;
        } finally {
            end.cancel(false);
        }
    }

    private HttpTimeoutException tooLate() {
        return new HttpTimeoutException("sends nothing for " + patience.toSeconds() + " s");
    }

    private Void give() throws IOException {
        late.set(true);
        in.close();
        return null;
    }
}
