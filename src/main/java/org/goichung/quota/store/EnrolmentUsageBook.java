package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;
import org.goichung.quota.DayWindow;
import org.goichung.quota.EnrolmentUsage;

/** Of one enrolment, what its events say now: late ones, amendments and voids are in it as soon as they are taken. */
@ApplicationScoped
public class EnrolmentUsageBook {
    private final Transactions transactions;

    public EnrolmentUsageBook(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Both days inclusive; an event that is in several of the parts is in the first. */
    public Uni<List<EnrolmentUsage>> days(UUID enrolment, LocalDate from, LocalDate until, List<DayWindow> parts) {
        return transactions
                .app()
                .select(
                        """
                        SELECT e.local::date, coalesce(w.part, 0), count(*), sum(e.bytes)::bigint
                          FROM (SELECT started_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS local, bytes FROM usage_event
                                 WHERE enrolment_id = $1 AND state = 'counted' AND started_at >= $2 AND started_at < $3) e
                         CROSS JOIN LATERAL (
                               SELECT min(p.place) AS part
                                 FROM unnest($4::text[]::time[], $5::text[]::time[]) WITH ORDINALITY AS p(begins, ends, place)
                                WHERE CASE WHEN p.begins < p.ends THEN e.local::time >= p.begins AND e.local::time < p.ends
                                           ELSE e.local::time >= p.begins OR e.local::time < p.ends END) w
                         GROUP BY 1, 2 ORDER BY 1, 2
                        """,
                        enrolment,
                        from.atStartOfDay(Clock.VIETNAM).toInstant(),
                        until.plusDays(1).atStartOfDay(Clock.VIETNAM).toInstant(),
                        texts(parts, part -> part.from().toString()),
                        texts(parts, part -> part.until().toString()))
                .map(rows -> rows.stream()
                        .map(row -> new EnrolmentUsage(
                                (LocalDate) row[0], (int) number(row[1]), number(row[2]), number(row[3])))
                        .toList());
    }

    /** The events stay and count; whose they were is forgotten. */
    public Uni<Void> forget(Collection<UUID> enrolments) {
        return Statements.of(transactions.systemPool())
                .update("UPDATE usage_event SET enrolment_id = NULL WHERE enrolment_id = ANY ($1)", (Object)
                        enrolments.toArray(UUID[]::new))
                .replaceWithVoid();
    }
}
