package org.goichung.demo.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the demo's log-ins and keys are derived from: the same seed gives the same ones. They open nothing outside demo mode. */
public final class Seed {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PASSWORD_LENGTH = 14;

    private final SecretKeySpec key;

    public Seed(String text) {
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String password(String login) {
        return text("password:" + login).substring(0, PASSWORD_LENGTH);
    }

    public String apiKey(UUID carrier) {
        return "gck_demo_" + text("api-key:" + carrier);
    }

    /** A name for this seed that tells nothing of it. */
    public String fingerprint() {
        return text("fingerprint").substring(0, 8);
    }

    public UUID id(String label) {
        var bytes = ByteBuffer.wrap(derive("id:" + label));
        // a random UUID by its form: version 4, variant 2
        long high = bytes.getLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Letters and digits only, so that it can be copied with a double click. */
    private String text(String label) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(derive(label))
                .replace("+", "")
                .replace("/", "");
    }

    private byte[] derive(String label) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
