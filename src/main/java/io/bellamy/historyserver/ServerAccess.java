package io.bellamy.historyserver;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a history server is reached.
 *
 * @param address with the path that it lies below, if it does
 * @param authorization what is said to be let in
 * @param trust in other certificates than those that Java trusts
 * @param patience how long an answer may take: for the first one about an application the server reads its whole log
 */
public record ServerAccess(URI address, Optional<String> authorization, Optional<SSLContext> trust, Duration patience) {

    private static final int MOST_BYTES = 1 << 20;
    private static final String BEARER = "bearer ";

    /**
     * What credentials are said as: {@code user:password}, or {@code Bearer} with a token behind it.
     *
     * @throws InvalidInputException if they are neither; without what they are
     */
    public static String authorization(String source, String credentials) {
        String text = credentials.strip();
        boolean oneLine = text.chars().noneMatch(Character::isISOControl);
        if (oneLine && text.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return "Bearer " + text.substring(BEARER.length()).strip();
        }
        if (oneLine && text.indexOf(':') > 0) {
            return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
        throw new InvalidInputException(source + ": must be one line: user:password, or Bearer and a token");
    }

    /** The credentials of a file. */
    public static String authorization(Path file) {
        return authorization(Quoted.line(file.toString()), new String(read(file), StandardCharsets.UTF_8));
    }

    /** Trust in the certificates of a file (PEM), beside none other. */
    public static SSLContext trust(Path file) {
        byte[] pem = read(file);
        try {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (certificates.isEmpty()) {
                throw new InvalidInputException(Quoted.line(file.toString()) + ": has no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new InvalidInputException(Quoted.line(file.toString()) + ": must have certificates as PEM: "
                    + Quoted.plain(unusable.getMessage()));
        }
    }

    private static byte[] read(Path file) {
        try {
            return InputFile.named(file).read(MOST_BYTES);
        } catch (IOException failure) {
            throw new InvalidInputException(Quoted.line(file.toString()) + ": " + Reason.of(failure));
        }
    }
}
