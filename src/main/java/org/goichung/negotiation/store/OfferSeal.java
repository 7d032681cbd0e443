package org.goichung.negotiation.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.goichung.negotiation.model.Json;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.negotiation.model.Question;
import org.goichung.negotiation.model.Rfq;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.keys.Keys;

/**
 * Seals offers under a key of their RFQ's own, which is stored only wrapped by a key outside the database: a dump gives neither
 * content nor bidder, not even by the length of what is sealed.
 */
@ApplicationScoped
public class OfferSeal {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 2048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    public OfferSeal(Keys keys) {
        this.keys = keys;
    }

    /** A new RFQ's key, wrapped. */
    public String newWrappedKey(UUID rfqId) {
        return Base64.getEncoder().encodeToString(keys.wrap(randomBytes(KEY_BYTES), purpose(rfqId)));
    }

    /** What the digest of an offer is salted with. */
    public static byte[] newSalt() {
        return randomBytes(KEY_BYTES);
    }

    /** The seal of one RFQ that was opened. */
    public Of of(Rfq rfq) {
        return new Of(keys.unwrap(Base64.getDecoder().decode(rfq.wrappedKey()), purpose(rfq.id())));
    }

    /** Sealing under one RFQ's key. */
    public static final class Of {
        private final Aead aead;
        private final byte[] indexKey;

        private Of(byte[] key) {
            try {
                aead = new AesGcmJce(hmac(key, "seal"));
                indexKey = hmac(key, "bidder-index");
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        /** The same for the same carrier and lot; by it the one bid of a carrier on a lot is found without naming either. */
        public String bidderIndex(CarrierId carrier, String lot) {
            return HexFormat.of().formatHex(hmac(indexKey, carrier + "\n" + lot));
        }

        /** The same for the same carrier and lot, and no bid's own index; by it last offers are found without telling whose bids they are on. */
        public String finalIndex(CarrierId carrier, String lot) {
            return HexFormat.of().formatHex(hmac(indexKey, "final\n" + carrier + "\n" + lot));
        }

        /** The same for the same carrier; by it a carrier's questions are found without naming it. */
        public String askerIndex(CarrierId carrier) {
            return HexFormat.of().formatHex(hmac(indexKey, "asker\n" + carrier));
        }

        /** The same for the same person; by it what two people entered on paper is found without naming them. */
        public String personIndex(String principal) {
            return HexFormat.of().formatHex(hmac(indexKey, "person\n" + principal));
        }

        public String seal(UUID offerId, OfferContent content) {
            return sealed("offer:" + offerId, content);
        }

        public OfferContent open(UUID offerId, String sealed) {
            return opened("offer:" + offerId, sealed, OfferContent.class);
        }

        public String sealAsker(UUID questionId, Question.Asker asker) {
            return sealed("asker:" + questionId, asker);
        }

        public Question.Asker openAsker(UUID questionId, String sealed) {
            return opened("asker:" + questionId, sealed, Question.Asker.class);
        }

        public String sealAnswer(UUID answerId, PaperAnswer.Said said) {
            return sealed("answer:" + answerId, said);
        }

        public PaperAnswer.Said openAnswer(UUID answerId, String sealed) {
            return opened("answer:" + answerId, sealed, PaperAnswer.Said.class);
        }

        /** @param context what it belongs to; it opens as nothing else */
        private String sealed(String context, Object content) {
            try {
                byte[] plain = padded(Json.write(content)).getBytes(StandardCharsets.UTF_8);
                return Base64.getEncoder()
                        .encodeToString(aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private <T> T opened(String context, String sealed, Class<T> type) {
            try {
                byte[] plain =
                        aead.decrypt(Base64.getDecoder().decode(sealed), context.getBytes(StandardCharsets.UTF_8));
                return Json.read(new String(plain, StandardCharsets.UTF_8), type);
            } catch (GeneralSecurityException otherKeyOrTampered) {
                throw new IllegalStateException("what is sealed does not open with its RFQ's key", otherKeyOrTampered);
            }
        }

        /** Spaces after the JSON, to the next whole block of bytes. */
        private static String padded(String json) {
            int bytes = json.getBytes(StandardCharsets.UTF_8).length;
            return json + " ".repeat(Math.ceilDiv(bytes, BLOCK) * BLOCK - bytes);
        }
    }

    private static String purpose(UUID rfqId) {
        return "rfq:" + rfqId;
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
