package io.bellamy.web;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.SecretFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the service is, over TLS. Two of the same certificates are equal.
 *
 * @param chain the certificate of the service first, then those that vouch for it
 * @param key of the first
 */
record TlsIdentity(List<Certificate> chain, PrivateKey key) {

    private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");

    TlsIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Of two files of PEM, as certificate authorities give them; nobody else may read the key.
     *
     * @throws InvalidInputException if one of them is something else, or they do not go together
     */
    static TlsIdentity of(TlsFiles files) {
        TlsIdentity identity = new TlsIdentity(chain(files.certificate()), key(files.key()));
        if (!identity.isWhole()) {
            throw new InvalidInputException(Quoted.line(files.key().toString()) + ": does not go with "
                    + Quoted.line(files.certificate().toString()) + ": it is the key of another certificate");
        }
        return identity;
    }

    /** Does what the key signs hold for the certificate? While one of the files has been replaced, the other not yet, it does not. */
    private boolean isWhole() {
        byte[] message = {1, 2, 3};
        String kind = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : key.getAlgorithm();
        try {
            Signature signing = Signature.getInstance(kind.equals("RSA") ? "SHA256withRSA" : kind);
            signing.initSign(key);
            signing.update(message);
            byte[] signed = signing.sign();
            signing.initVerify(chain.get(0));
            signing.update(message);
            return signing.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            LOG.debug("the key is of another kind than the certificate", ofAnotherKind);
            return false;
        }
    }

    /** The key with its certificates. */
    KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setKeyEntry("bellamy", key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private static List<Certificate> chain(Path file) {
        String name = Quoted.line(file.toString());
        try {
            byte[] pem = InputFile.named(file).read(MOST_BYTES);
            List<Certificate> chain = List.copyOf(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)));
            if (chain.isEmpty()) {
                throw new InvalidInputException(name + ": has no certificate");
            }
            return chain;
        } catch (GeneralSecurityException unfit) {
            throw new InvalidInputException(
                    name + ": must have certificates as PEM: " + Quoted.plain(unfit.getMessage()));
        } catch (IOException failure) {
            throw new InvalidInputException(name + ": " + Reason.of(failure));
        }
    }

    private static PrivateKey key(Path file) {
        String name = Quoted.line(file.toString());
        Matcher key = KEY.matcher(new String(SecretFile.read(file), StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new InvalidInputException(
                    name + ": must have a private key as PEM (BEGIN PRIVATE KEY, PKCS 8, with no"
                            + " password); openssl pkcs8 -topk8 -nocrypt makes it of others");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException ofAnotherKind) {
                LOG.debug("{}: is no key of the kind {}", name, kind);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("every Java knows these", missing);
            }
        }
        throw new InvalidInputException(name + ": must be a key of one of the kinds " + String.join(", ", KINDS));
    }
}
