package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.CeilingView;
import org.goichung.negotiation.NewCeiling;
import org.goichung.negotiation.model.PromotionCeiling;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Ceilings on promotions: a handful of rows, only ever inserted. */
@ApplicationScoped
public class CeilingStore {
    private static final String ALL = """
            SELECT id, subscriber_kind, max_discount_percent, valid_from, valid_until, source
              FROM (SELECT id, subscriber_kind, max_discount_percent, valid_from, source,
                           least(valid_until, lead(valid_from) OVER (PARTITION BY subscriber_kind ORDER BY valid_from) - 1)
                             AS valid_until
                      FROM promotion_ceiling) c
            """;

    /** In the order of their first days. */
    public Uni<List<CeilingView>> all(Statements connection) {
        return connection
                .select(ALL + "ORDER BY valid_from, subscriber_kind")
                .map(rows -> rows.stream().map(CeilingStore::view).toList());
    }

    /** Those in force on a day. */
    public Uni<List<PromotionCeiling>> inForce(Statements connection, LocalDate day) {
        return connection
                .select(ALL + "WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until >= $1)", day)
                .map(rows -> rows.stream()
                        .map(CeilingStore::view)
                        .map(row -> new PromotionCeiling(row.subscriberKind(), row.maxDiscountPercent(), row.source()))
                        .toList());
    }

    /** Refused where one of the kind begins on the same day. */
    public Uni<CeilingView> insert(Statements connection, NewCeiling wanted) {
        UUID id = Ids.next();
        return connection
                .update(
                        """
                        INSERT INTO promotion_ceiling (id, subscriber_kind, valid_from, max_discount_percent, source)
                        VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT DO NOTHING
                        """,
                        id,
                        wanted.subscriberKind().name(),
                        wanted.validFrom(),
                        wanted.maxDiscountPercent(),
                        wanted.source())
                .invoke(inserted -> {
                    if (inserted == 0) throw Refusal.field(ProblemType.ALREADY_EXISTS, "/validFrom", "taken");
                })
                .chain(() -> connection.select(ALL + "WHERE id = $1", id))
                .map(rows -> view(rows.getFirst()));
    }

    private static CeilingView view(@Nullable Object[] row) {
        return new CeilingView(
                (UUID) Objects.requireNonNull(row[0]),
                SubscriberKind.valueOf((String) Objects.requireNonNull(row[1])),
                (Integer) Objects.requireNonNull(row[2]),
                (LocalDate) Objects.requireNonNull(row[3]),
                (LocalDate) row[4],
                (String) Objects.requireNonNull(row[5]));
    }
}
