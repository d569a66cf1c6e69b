package io.bellamy.web;

import java.nio.file.Path;

/**
 * Where it stands who the service is, over TLS.
 *
 * @param certificate of the service first, then those that vouch for it
 * @param key of the first
 */
public record TlsFiles(Path certificate, Path key) {}
