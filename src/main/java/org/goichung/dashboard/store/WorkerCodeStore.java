package org.goichung.dashboard.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import org.goichung.platform.database.Statements;
import org.goichung.platform.keys.PersonalData;
import org.goichung.workforce.Msisdn;

/** One row per number that a code was asked for; the number and the code stand in it as keyed hashes only. */
@ApplicationScoped
public class WorkerCodeStore {
    private final PersonalData personalData;

    public WorkerCodeStore(PersonalData personalData) {
        this.personalData = personalData;
    }

    /**
     * Puts a new code in the place of the number's last one.
     *
     * @return false where the number was asked for too often; its code then stays as it was
     */
    public Uni<Boolean> renew(
            Statements connection,
            Msisdn number,
            String code,
            Duration lifetime,
            int tries,
            int atMost,
            Duration within) {
        return connection
                .update(
                        """
                        INSERT INTO worker_code AS held (msisdn_index, code_mac, tries_left, expires_at, asked_since, asked)
                        VALUES ($1, $2, $3, goichung_now() + make_interval(secs => $4), goichung_now(), 1)
                        ON CONFLICT (msisdn_index) DO UPDATE
                           SET code_mac = excluded.code_mac,
                               tries_left = excluded.tries_left,
                               expires_at = excluded.expires_at,
                               asked_since = CASE WHEN held.asked_since < goichung_now() - make_interval(secs => $6)
                                                  THEN excluded.asked_since ELSE held.asked_since END,
                               asked = CASE WHEN held.asked_since < goichung_now() - make_interval(secs => $6)
                                            THEN 1 ELSE held.asked + 1 END
                         WHERE held.asked < $5
                            OR held.asked_since < goichung_now() - make_interval(secs => $6)
                        """,
                        indexOf(number),
                        macOf(number, code),
                        tries,
                        (double) lifetime.toSeconds(),
                        atMost,
                        (double) within.toSeconds())
                .map(rows -> rows == 1);
    }

    /** Uses up one try; true where it was the code, which then is used up whole. */
    public Uni<Boolean> redeem(Statements connection, Msisdn number, String code) {
        return connection
                .select("""
                        UPDATE worker_code
                           SET tries_left = CASE WHEN code_mac = $2 THEN 0 ELSE tries_left - 1 END
                         WHERE msisdn_index = $1
                           AND tries_left > 0
                           AND expires_at > goichung_now()
                        RETURNING code_mac = $2
                        """, indexOf(number), macOf(number, code))
                .map(rows -> !rows.isEmpty() && (Boolean) Objects.requireNonNull(rows.getFirst()[0]));
    }

    /** Forgets what no longer counts for anything. */
    public Uni<Integer> forgetOlderThan(Statements connection, Duration age) {
        return connection.update(
                "DELETE FROM worker_code WHERE expires_at < goichung_now() - make_interval(secs => $1)",
                (double) age.toSeconds());
    }

    private Buffer indexOf(Msisdn number) {
        return Buffer.buffer(personalData.blindIndex(PersonalData.Kind.MSISDN, number.e164()));
    }

    private Buffer macOf(Msisdn number, String code) {
        return Buffer.buffer(
                personalData.blindIndex(PersonalData.Kind.OTHER, "worker-code:" + number.e164() + ":" + code));
    }
}
