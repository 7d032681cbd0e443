package org.goichung.platform.keys;

/**
 * Encryption of what names a person, and the keyed fingerprints by which a person is found without decrypting. Pure and fast; may run
 * on an event loop.
 */
public interface PersonalData {

    /** What a value is; part of the encryption's associated data and of the blind index, so that kinds never match each other. */
    enum Kind {
        NAME,
        /** 12 digits. */
        NATIONAL_ID,
        /** {@code +84xxxxxxxxx}. */
        MSISDN,
        ADDRESS,
        /** Anything else kept from eyes: stored answers, contact addresses. */
        OTHER
    }

    byte[] seal(Kind kind, String plain);

    String open(Kind kind, byte[] sealed);

    /** 32 bytes; the same for the same kind and value under the same keys. The value must be in its normal form. */
    byte[] blindIndex(Kind kind, String normalised);
}
