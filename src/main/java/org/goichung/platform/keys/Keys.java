package org.goichung.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys file in use: encryption, blind indexes, wrapping and signing. */
@ApplicationScoped
public class Keys implements PersonalData {
    private final KeysFile file;
    private final Aead encryption;
    private final Aead wrapping;
    private final Hmac requestHash;
    private final Map<Kind, Hmac> blindIndexes = new EnumMap<>(Kind.class);

    public Keys(@ConfigProperty(name = "goichung.keys-file") String path) throws GeneralSecurityException {
        file = KeysFile.readOrMake(Path.of(path), false);
        encryption = aead(file.encryption());
        wrapping = aead(file.rfqWrapping());
        requestHash = new Hmac(file.derive("idempotency-hash"));
        for (Kind kind : Kind.values()) blindIndexes.put(kind, new Hmac(file.derive("blind-index:" + kind)));
    }

    @Override
    public byte[] seal(Kind kind, String plain) {
        return encrypt(encryption, plain.getBytes(StandardCharsets.UTF_8), kind.name());
    }

    @Override
    public String open(Kind kind, byte[] sealed) {
        return new String(decrypt(encryption, sealed, kind.name()), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] blindIndex(Kind kind, String normalised) {
        Hmac blindIndex = blindIndexes.get(kind);
        if (blindIndex == null) throw new IllegalStateException("no key for " + kind);
        return blindIndex.of(normalised.getBytes(StandardCharsets.UTF_8));
    }

    /** Wraps another key (an RFQ's) so that a dump of the database does not hold it. */
    public byte[] wrap(byte[] key, String purpose) {
        return encrypt(wrapping, key, purpose);
    }

    public byte[] unwrap(byte[] wrapped, String purpose) {
        return decrypt(wrapping, wrapped, purpose);
    }

    /** 32 bytes: the keyed hash of a request's parts, for idempotency. */
    public byte[] requestHash(byte[] content) {
        return requestHash.of(content);
    }

    /** A key of its own for a purpose that stands in no other list. */
    public byte[] derive(String purpose) {
        return file.derive(purpose);
    }

    public PrivateKey jwtPrivate() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(file.jwtPrivate())));
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalStateException("the keys file's signing key cannot be read", notAKey);
        }
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] encrypt(Aead aead, byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] decrypt(Aead aead, byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException otherKeyOrTampered) {
            throw new IllegalStateException("a sealed value does not open with these keys", otherKeyOrTampered);
        }
    }
}
