package org.goichung.catalog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.NewVersion;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Packages and their versions. A version is only ever inserted. */
@ApplicationScoped
public class PackageStore {
    private static final String VERSIONS = """
            SELECT v.id, v.package_id, p.carrier_id, c.code, p.code, v.name, v.version, v.price_vnd, v.allowance::text,
                   v.cycle_unit, v.cycle_length, v.criteria, v.valid_as_of, v.verified_on, v.source,
                   v.short_code, v.register_sms, v.cancel_sms, v.subscriber_kind
              FROM package_version v
              JOIN package p ON p.id = v.package_id
              JOIN carrier c ON c.id = p.carrier_id
            """;
    private static final String NEWEST = """
             WHERE NOT p.negotiated AND v.version = (SELECT max(version) FROM package_version WHERE package_id = p.id)
            """;

    private final ObjectMapper json;

    public PackageStore(ObjectMapper json) {
        this.json = json;
    }

    /** @param only the one carrier whose packages may be seen; null for all */
    public Uni<List<PackageVersionView>> version(Statements connection, UUID versionId, @Nullable CarrierId only) {
        return connection
                .select(VERSIONS + "WHERE v.id = $1 AND ($2::uuid IS NULL OR p.carrier_id = $2)", versionId, idOf(only))
                .map(this::views);
    }

    /** All versions of one package, newest first; empty where there is no such package to see. */
    public Uni<List<PackageVersionView>> versionsOf(Statements connection, UUID packageId, @Nullable CarrierId only) {
        return connection
                .select(
                        VERSIONS
                                + "WHERE p.id = $1 AND NOT p.negotiated AND ($2::uuid IS NULL OR p.carrier_id = $2) ORDER BY v.version DESC",
                        packageId,
                        idOf(only))
                .map(this::views);
    }

    public Uni<List<PackageVersionView>> newest(Statements connection) {
        return connection.select(VERSIONS + NEWEST + "ORDER BY p.code, p.id").map(this::views);
    }

    /** The newest version of each package, by package code and id. */
    public Uni<List<PackageVersionView>> newest(
            Statements connection, @Nullable CarrierId only, @Nullable CarrierId ofCarrier, PageRequest page) {
        return connection
                .select(
                        VERSIONS + NEWEST + """
                               AND ($1::uuid IS NULL OR p.carrier_id = $1)
                               AND ($2::uuid IS NULL OR p.carrier_id = $2)
                               AND ($3::text IS NULL OR (p.code, p.id) > ($3::text, $4::uuid))
                             ORDER BY p.code, p.id
                             LIMIT $5
                            """,
                        idOf(only),
                        idOf(ofCarrier),
                        page.first() ? null : page.after().getFirst(),
                        page.afterId(),
                        page.fetchSize())
                .map(this::views);
    }

    /** The new package's id; refused where the carrier has a package of this code already. */
    public Uni<UUID> insertPackage(Statements connection, CarrierId carrier, String code) {
        UUID id = Ids.next();
        return connection
                .update(
                        "INSERT INTO package (id, carrier_id, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                        id,
                        carrier.value(),
                        code)
                .map(inserted -> {
                    if (inserted == 0) throw Refusal.field(ProblemType.ALREADY_EXISTS, "/code", "taken");
                    return id;
                });
    }

    /** A package that stands in no list, with its only version; once. */
    public Uni<Void> insertNegotiated(
            Statements connection, UUID versionId, CarrierId carrier, String code, NewVersion what) {
        UUID id = Ids.next();
        return connection
                .update("""
                        INSERT INTO package (id, carrier_id, code, negotiated)
                        SELECT $1, $2, $3, true
                         WHERE NOT EXISTS (SELECT FROM package_version WHERE id = $4)
                        """, id, carrier.value(), code, versionId)
                .chain(isNew ->
                        isNew == 0 ? Uni.createFrom().voidItem() : insertVersion(connection, versionId, id, 1, what));
    }

    /** Puts the package's new versions in a line until the transaction ends. */
    public Uni<Void> lock(Statements connection, UUID packageId) {
        return connection
                .select("SELECT id FROM package WHERE id = $1 FOR NO KEY UPDATE", packageId)
                .replaceWithVoid();
    }

    public Uni<UUID> insertVersion(Statements connection, UUID packageId, int version, NewVersion what) {
        UUID id = Ids.next();
        return insertVersion(connection, id, packageId, version, what).replaceWith(id);
    }

    private Uni<Void> insertVersion(Statements connection, UUID id, UUID packageId, int version, NewVersion what) {
        Allowance allowance = what.allowance();
        return connection
                .update(
                        """
                        INSERT INTO package_version (id, package_id, version, name, price_vnd, cycle_unit, cycle_length,
                                                     data_bytes_per_cycle, data_bytes_per_day, minutes_on_net, minutes_any, sms,
                                                     allowance, criteria, subscriber_kind, short_code, register_sms, cancel_sms,
                                                     valid_as_of, source, verified_on)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::jsonb, $14, $15, $16, $17, $18,
                                $19, $20, $21)
                        """,
                        id,
                        packageId,
                        version,
                        what.name(),
                        what.priceVnd(),
                        wordOf(what.cycle().unit()),
                        what.cycle().length(),
                        allowance.dataBytesPerCycle(),
                        allowance.dataBytesPerDay(),
                        allowance.minutesOnNet(),
                        allowance.minutesAny(),
                        allowance.sms(),
                        write(allowance),
                        what.criteria().toArray(String[]::new),
                        wordOf(what.kind()),
                        what.shortCode(),
                        what.registerSms(),
                        what.cancelSms(),
                        what.validAsOf(),
                        what.source(),
                        what.verifiedOn())
                .replaceWithVoid();
    }

    private List<PackageVersionView> views(List<@Nullable Object[]> rows) {
        return rows.stream().map(this::view).toList();
    }

    /** The SMS leaves the store only with a verified version. */
    private PackageVersionView view(@Nullable Object[] row) {
        var cycle = new Cycle(cycleUnit(text(row, 9)), (Integer) some(row, 10));
        LocalDate verifiedOn = (LocalDate) row[13];
        boolean verified = verifiedOn != null;
        return new PackageVersionView(
                (UUID) some(row, 0),
                (UUID) some(row, 1),
                new CarrierId((UUID) some(row, 2)),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                (Integer) some(row, 6),
                (Long) some(row, 7),
                read(text(row, 8)),
                cycle,
                cycle.days(),
                Arrays.stream((Object[]) some(row, 11)).map(String::valueOf).toList(),
                text(row, 12),
                verified,
                verifiedOn,
                text(row, 14),
                verified ? (String) row[15] : null,
                verified ? (String) row[16] : null,
                verified ? (String) row[17] : null,
                text(row, 18).equals("prepaid") ? SubscriberKind.PREPAID : SubscriberKind.POSTPAID);
    }

    private static Object some(@Nullable Object[] row, int column) {
        return Objects.requireNonNull(row[column]);
    }

    private static String text(@Nullable Object[] row, int column) {
        return (String) some(row, column);
    }

    private static Cycle.Unit cycleUnit(String word) {
        return word.equals("day") ? Cycle.Unit.DAY : Cycle.Unit.CALENDAR_MONTH;
    }

    private static String wordOf(Cycle.Unit unit) {
        return switch (unit) {
            case DAY -> "day";
            case CALENDAR_MONTH -> "calendar-month";
        };
    }

    private static String wordOf(SubscriberKind kind) {
        return switch (kind) {
            case PREPAID -> "prepaid";
            case POSTPAID -> "postpaid";
        };
    }

    private static @Nullable UUID idOf(@Nullable CarrierId carrier) {
        return carrier == null ? null : carrier.value();
    }

    private String write(Allowance allowance) {
        try {
            return json.writeValueAsString(allowance);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an allowance could not be written", impossible);
        }
    }

    private Allowance read(String stored) {
        try {
            return json.readValue(stored, Allowance.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored allowance could not be read", broken);
        }
    }
}
