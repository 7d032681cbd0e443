package org.goichung.platform.keys;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key. Each thread keeps its own, keyed once: looking it up anew costs more than the hash. */
final class Hmac {
    private final ThreadLocal<Mac> macs;

    Hmac(byte[] key) {
        byte[] own = key.clone();
        macs = ThreadLocal.withInitial(() -> keyed(own));
    }

    byte[] of(byte[] message) {
        return macs.get().doFinal(message);
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
