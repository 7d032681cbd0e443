package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.timestamp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/** Which line usage is of: that of the number, at the carrier, at the start. */
@ApplicationScoped
public class UsageMatching {
    private final SharedData sharedData;

    public UsageMatching(SharedData sharedData) {
        this.sharedData = sharedData;
    }

    /** This carrier's lines of the numbers of these events, as far as they stood at the time. */
    Uni<UsageLines> linesOf(Statements sql, CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(new UsageLines(List.of()));
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        Set<ByteBuffer> numbers = HashSet.newHashSet(rows.size());
        for (UsageRow row : rows) {
            Instant startedAt = row.event().startedAt();
            if (startedAt.isBefore(oldest)) oldest = startedAt;
            if (startedAt.isAfter(newest)) newest = startedAt;
            numbers.add(ByteBuffer.wrap(row.msisdnIndex()));
        }
        return sql.select(
                        """
                        SELECT msisdn_index, from_at, to_at, enterprise_id, agreement_id, package_version_id, enrolment_id
                          FROM quota_line
                         WHERE carrier_id = $1 AND msisdn_index = ANY ($2) AND from_at <= $3 AND (to_at IS NULL OR to_at > $4)
                        """,
                        carrier.value(),
                        numbers.stream()
                                .map(index -> Buffer.buffer(index.array()))
                                .toArray(Buffer[]::new),
                        timestamp(newest),
                        timestamp(oldest))
                .map(UsageLines::new);
    }

    /** Joins each event with the line that stood at its start, and the shared data of that month. */
    Uni<List<UsageRow>> match(Statements sql, UsageLines lines, List<UsageRow> rows) {
        List<UsageLines.@Nullable Month> months = new ArrayList<>(rows.size());
        UUID[] enrolments = new UUID[rows.size()];
        for (UsageRow row : rows) {
            UsageLines.Span span = row.isAmendment() ? null : lines.at(row);
            if (span != null) enrolments[months.size()] = span.enrolment();
            months.add(span == null ? null : lines.month(span, row));
        }
        return sharedData
                .poolsOf(sql, lines.months().stream().map(UsageLines.Month::of).toList())
                .map(pools -> {
                    for (UsageLines.Month month : lines.months()) {
                        PoolKey pool = pools.get(month.of());
                        if (pool != null) month.resolve(month.line().with(pool));
                    }
                    List<UsageRow> matched = new ArrayList<>(rows.size());
                    for (int i = 0; i < rows.size(); i++) {
                        var month = months.get(i);
                        matched.add(month == null ? rows.get(i) : rows.get(i).on(month.line(), enrolments[i]));
                    }
                    return matched;
                });
    }
}
