package org.goichung.negotiation.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;

/**
 * What an offer says and who says it, as it is sealed.
 *
 * @param carrierId the bidder, also of a counter-offer made to it
 * @param principal who handed it in
 * @param salt random, in hexadecimal; keeps the digest from being guessed
 * @param text the terms as the exact text that the digest is of
 */
public record OfferContent(UUID carrierId, String principal, String salt, String text) {

    public static OfferContent of(UUID carrierId, String principal, byte[] salt, OfferTerms terms) {
        return new OfferContent(carrierId, principal, HexFormat.of().formatHex(salt), Json.write(terms));
    }

    public OfferTerms terms() {
        return Json.read(text, OfferTerms.class);
    }

    /** SHA-256 of salt, a line feed and the text, in hexadecimal. */
    public String digest() {
        try {
            byte[] proof = (salt + "\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(proof));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
