package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.goichung.quota.store.Retention;
import org.junit.jupiter.api.Test;

/** What is kept, and for how long. */
@QuarkusTest
class RetentionTest {
    @Test
    void keys_older_than_two_days_are_forgotten_however_many_they_are_and_younger_ones_stay() {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        keys(old, 20_001, "49 hours");
        keys(young, 3, "47 hours");
        await(() -> bean(Retention.class).forget());
        assertThat(count(old)).isZero();
        assertThat(count(young)).isEqualTo(3);
    }

    @Test
    void usage_older_than_is_taken_is_forgotten_and_what_may_still_be_repeated_stays() {
        UUID carrier = UUID.randomUUID();
        int days = bean(Retention.class).usageDays();
        usage(carrier, "old", 10_001, days + 2);
        usage(carrier, "young", 2, days);
        await(() -> bean(Retention.class).forget());
        assertThat(sql("SELECT event_id FROM usage_event WHERE carrier_id = $1 ORDER BY 1", carrier))
                .extracting(row -> row[0])
                .containsExactly("young-1", "young-2");
    }

    private static void keys(UUID body, int count, String age) {
        sql("""
                INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, claimed_at)
                SELECT gen_random_uuid(), $1, 'vi', 'draw', gen_random_uuid(), gen_random_uuid(), 1, goichung_now() - $3::text::interval
                  FROM generate_series(1, $2::int)
                """, body, count, age);
    }

    private static long count(UUID body) {
        return ((Number) sql("SELECT count(*) FROM quota_draw_key WHERE body_hash = $1", body)
                        .getFirst()[0])
                .longValue();
    }

    private static void usage(UUID carrier, String name, int count, int daysAgo) {
        sql("""
                INSERT INTO usage_event (carrier_id, event_id, content_hash, state, bytes, started_at)
                SELECT $1, $2 || '-' || n, gen_random_uuid(), 'parked', 1, goichung_now() - make_interval(days => $4)
                  FROM generate_series(1, $3::int) AS n
                """, carrier, name, count, daysAgo);
    }
}
