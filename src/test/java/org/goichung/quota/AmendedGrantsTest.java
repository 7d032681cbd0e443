package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.AgreementAmendmentTerms;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.TermStore;
import org.junit.jupiter.api.Test;

/** What members of an agreement give each other is granted month by month, once. */
@QuarkusTest
class AmendedGrantsTest {
    private final EnterpriseId receiver = new EnterpriseId(UUID.randomUUID());

    @Test
    void the_months_of_an_amendment_are_granted_by_it_and_the_others_as_agreed_and_all_of_it_once() {
        var quota = agreed();
        YearMonth last = present().minusMonths(1);
        amend(quota, last, last, 4);
        amend(quota, last, present(), 1);
        for (int i = 0; i < 2; i++) await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        assertThat(granted(quota, quota.enterprise)).containsExactly(10L, 5L, 9L);
        assertThat(granted(quota, receiver)).containsExactly(3L, 8L, 4L);
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void told_twice_an_amendment_moves_once() {
        var quota = agreed();
        var terms = terms(quota, present(), present(), 2);
        for (int i = 0; i < 2; i++) await(() -> bean(TermStore.class).amend(terms));
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        assertThat(granted(quota, quota.enterprise)).containsExactly(10L, 10L, 8L);
        assertThat(granted(quota, receiver)).containsExactly(3L, 3L, 5L);
    }

    @Test
    void no_month_is_granted_while_an_amendment_is_still_on_its_way() {
        var quota = agreed();
        UUID event = UUID.randomUUID();
        sql("""
                INSERT INTO outbox_event (id, type, key, subject, audience, data, occurred_at, retry_at)
                VALUES ($1, 'agreement-amended', $2, $2, '{}', '{}', goichung_now(), clock_timestamp() + interval '1 hour')
                """, event, quota.agreement);
        try {
            await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
            assertThat(granted(quota, quota.enterprise)).isEmpty();
        } finally {
            sql("DELETE FROM outbox_event WHERE id = $1", event);
        }
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        assertThat(granted(quota, quota.enterprise)).hasSize(3);
    }

    /** Ten lines a month for one enterprise and three for the other, since two months, and nothing granted yet. */
    private TestQuota agreed() {
        var quota = TestQuota.since(new EnterpriseId(UUID.randomUUID()), 2, RollOver.NONE, 40, 10);
        sql(
                "INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines) VALUES ($1, $2, $3, 3)",
                quota.agreement,
                receiver.value(),
                quota.packageVersion);
        return quota;
    }

    private void amend(TestQuota quota, YearMonth from, YearMonth until, long lines) {
        await(() -> bean(TermStore.class).amend(terms(quota, from, until, lines)));
    }

    private AgreementAmendmentTerms terms(TestQuota quota, YearMonth from, YearMonth until, long lines) {
        return new AgreementAmendmentTerms(
                UUID.randomUUID(),
                quota.agreement,
                quota.enterprise,
                receiver,
                quota.packageVersion,
                from,
                until,
                lines,
                0,
                0);
    }

    private static YearMonth present() {
        return YearMonth.from(bean(Clock.class).today());
    }

    /** Lines, the oldest month first. */
    private static List<Long> granted(TestQuota quota, EnterpriseId enterprise) {
        return sql("""
                        SELECT granted FROM quota_pool
                         WHERE agreement_id = $1 AND enterprise_id = $2 AND unit = 'LINE_CYCLE' ORDER BY period
                        """, quota.agreement, enterprise.value()).stream()
                .map(row -> (Long) row[0])
                .toList();
    }
}
