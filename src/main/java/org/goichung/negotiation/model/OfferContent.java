package org.goichung.negotiation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * What an offer says and who says it, as it is sealed.
 *
 * @param carrierId the bidder, also of a counter-offer made to it
 * @param principal who handed it in
 * @param salt random, in hexadecimal; keeps the digest from being guessed
 * @param text the terms as the exact text that the digest is of
 * @param paper who answers for it, where it came on paper
 * @param answerBy of a counter-offer that has to be answered by then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferContent(
        UUID carrierId,
        String principal,
        String salt,
        String text,
        @Nullable Paper paper,
        @Nullable Instant answerBy) {

    @JsonCreator
    public OfferContent {}

    public OfferContent(UUID carrierId, String principal, String salt, String text) {
        this(carrierId, principal, salt, text, null, null);
    }

    /**
     * Of an offer that came on paper.
     *
     * @param enteredBy the log-in of the official who entered it
     * @param witness the log-in of the second
     */
    public record Paper(String enteredBy, String witness, String witnessPrincipal) {}

    /** The same, entered on paper. */
    public OfferContent onPaper(Paper two) {
        return new OfferContent(carrierId, principal, salt, text, two, answerBy);
    }

    /** The same, to be answered by then; whenever where none is named. */
    public OfferContent toBeAnsweredBy(@Nullable Instant latest) {
        return new OfferContent(carrierId, principal, salt, text, paper, latest);
    }

    public boolean answerTimeIsOver(Instant now) {
        return answerBy != null && now.isAfter(answerBy);
    }

    public Paper requirePaper() {
        return Objects.requireNonNull(paper);
    }

    public CarrierId carrier() {
        return new CarrierId(carrierId);
    }

    public static OfferContent of(UUID carrierId, String principal, byte[] salt, OfferTerms terms) {
        return new OfferContent(carrierId, principal, HexFormat.of().formatHex(salt), Json.write(terms.takenIn()));
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
