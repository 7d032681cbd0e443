package org.goichung.negotiation.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a vote link is good by: 256 random bits, in its fragment. */
public final class VoteSecret {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] value;

    private VoteSecret(byte[] value) {
        this.value = value;
    }

    public static VoteSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new VoteSecret(bytes);
    }

    public static VoteSecret of(byte[] bytes) {
        return new VoteSecret(bytes.clone());
    }

    /** Of what somebody sent: the secret, or the whole link as it was copied; empty where it can be none. */
    public static Optional<VoteSecret> read(String sent) {
        String text = sent.strip();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf('#') + 1));
            return bytes.length == BYTES ? Optional.of(new VoteSecret(bytes)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    /** As it stands in a link. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** What is kept of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "VoteSecret[]";
    }
}
