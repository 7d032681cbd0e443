package org.goichung.workforce.store;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.keys.PersonalData.Kind;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.model.Folded;

/** What names a person, as the database holds it: sealed to be read by us, and keyed indexes to be found by. */
@ApplicationScoped
public class Sealing {
    private final PersonalData personalData;

    public Sealing(PersonalData personalData) {
        this.personalData = personalData;
    }

    Buffer seal(String name) {
        return Buffer.buffer(personalData.seal(Kind.NAME, name));
    }

    Buffer seal(NationalId id) {
        return Buffer.buffer(personalData.seal(Kind.NATIONAL_ID, id.digits()));
    }

    Buffer seal(Msisdn number) {
        return Buffer.buffer(personalData.seal(Kind.MSISDN, number.e164()));
    }

    String openName(byte[] sealed) {
        return personalData.open(Kind.NAME, sealed);
    }

    String openNationalId(byte[] sealed) {
        return personalData.open(Kind.NATIONAL_ID, sealed);
    }

    String openMsisdn(byte[] sealed) {
        return personalData.open(Kind.MSISDN, sealed);
    }

    public Buffer index(NationalId id) {
        return Buffer.buffer(personalData.blindIndex(Kind.NATIONAL_ID, id.digits()));
    }

    public Buffer index(Msisdn number) {
        return Buffer.buffer(personalData.blindIndex(Kind.MSISDN, number.e164()));
    }

    /** The keyed fingerprints of a name's words without accents, as an array literal of the database. */
    public String words(String name) {
        return Arrays.stream(Folded.of(name).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> Long.toString(ByteBuffer.wrap(personalData.blindIndex(Kind.NAME, word))
                        .getLong()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
