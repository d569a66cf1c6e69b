package io.bellamy.web;

import io.bellamy.files.SecretFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Who knows one of these may ask. Only their digests are kept. */
final class BearerTokens {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;
    private static final String SCHEME = "bearer ";

    private final Set<String> digests;

    private BearerTokens(Set<String> digests) {
        this.digests = Set.copyOf(digests);
    }

    /**
     * Those of a file, one on each line; several, so that one can take the place of another.
     *
     * @throws InvalidInputException if others can read it, or it has none, or one that can be guessed
     */
    static BearerTokens of(Path file) {
        String name = Quoted.line(file.toString());
        Set<String> digests = new HashSet<>();
        int line = 0;
        for (String text : new String(SecretFile.read(file), StandardCharsets.UTF_8).split("\\R", -1)) {
            line++;
            String token = text.strip();
            if (token.isEmpty()) {
                continue;
            }
            if (token.length() < SHORTEST || token.length() > LONGEST || !token.matches("[\\x21-\\x7e]+")) {
                throw new InvalidInputException(name + ":" + line + ": a token must have from " + SHORTEST + " to "
                        + LONGEST + " letters, digits or signs, as openssl rand -hex 32 makes them");
            }
            digests.add(DigestUtils.sha256Hex(token));
        }
        if (digests.isEmpty()) {
            throw new InvalidInputException(name + ": has no token: put one in, as openssl rand -hex 32 makes them");
        }
        return new BearerTokens(digests);
    }

    /** Does a header say one of them? All are compared, in a time that says nothing of them. */
    boolean admit(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        String shown = authorization.substring(SCHEME.length()).strip();
        byte[] told = DigestUtils.sha256Hex(shown).getBytes(StandardCharsets.US_ASCII);
        boolean known = false;
        for (String digest : digests) {
            known |= MessageDigest.isEqual(digest.getBytes(StandardCharsets.US_ASCII), told);
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BearerTokens tokens && digests.equals(tokens.digests);
    }

    @Override
    public int hashCode() {
        return digests.hashCode();
    }
}
