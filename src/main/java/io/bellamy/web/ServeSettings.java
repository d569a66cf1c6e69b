package io.bellamy.web;

import io.bellamy.job.Costing;
import io.bellamy.service.LiveJobs.LiveScope;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the service is run.
 *
 * @param version of the program
 * @param places where it is reached
 * @param scope which jobs it answers about
 * @param tokens the file of those that are asked for, where there are any
 * @param identity over TLS, where that is spoken
 * @param hosts names that it may be asked by, beside localhost and addresses
 * @param costing for requests that say nothing of costs
 * @param workers how many requests are worked on at a time
 * @param queue how many more may wait
 * @param look how often it is looked whether files have changed
 * @param drain how long requests are still taken when it has been told to stop
 */
public record ServeSettings(
        String version,
        ServicePlaces places,
        LiveScope scope,
        Optional<Path> tokens,
        Optional<TlsFiles> identity,
        Set<String> hosts,
        Costing costing,
        int workers,
        int queue,
        Duration look,
        Duration drain) {

    /**
     * Where the service is reached: at one of these, or at both of the first.
     *
     * @param address over TCP
     * @param socket among the files
     * @param inherited whether somebody who listens already hands it over as standard input, as systemd does
     */
    public record ServicePlaces(Optional<InetSocketAddress> address, Optional<Path> socket, boolean inherited) {}

    public ServeSettings {
        hosts = Set.copyOf(hosts);
    }
}
