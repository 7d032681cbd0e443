package org.goichung.enrolment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.eligibility.SpokenReason;
import org.goichung.enrolment.ConsentPurpose;
import org.goichung.enrolment.EnrolmentState;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Enrolments and the consents they stand on. */
@ApplicationScoped
public class EnrolmentStore {
    private static final String ENROLMENTS = """
            SELECT id, worker_id, enterprise_id, programme_id, agreement_id, package_version_id, carrier_id, state,
                   price_vnd, carrier_vnd, union_vnd, employer_vnd, worker_vnd, fund_vnd, reasons::text,
                   decided_at, active_from, exited_at, exit_reason, created_at, version
              FROM enrolment
            """;

    private static final TypeReference<List<SpokenReason>> REASONS = new TypeReference<>() {};

    private final PersonalData personalData;
    private final ObjectMapper json;

    public EnrolmentStore(PersonalData personalData, ObjectMapper json) {
        this.personalData = personalData;
        this.json = json;
    }

    /** The indexes refuse a second one for the person and programme, and for the number. */
    public Uni<Enrolment> insert(Statements connection, Enrolment enrolment, byte[] msisdnIndex) {
        var subject = enrolment.subject();
        var shares = enrolment.shares();
        return connection
                .update(
                        """
                        INSERT INTO enrolment (id, worker_id, enterprise_id, programme_id, agreement_id, package_version_id, carrier_id,
                                               msisdn_index, state, reasons, price_vnd, carrier_vnd, union_vnd, employer_vnd,
                                               worker_vnd, fund_vnd, decided_at, created_at, version)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                        """,
                        enrolment.id(),
                        subject.worker().value(),
                        subject.enterprise().value(),
                        subject.programmeId(),
                        subject.agreementId(),
                        subject.packageVersionId(),
                        subject.carrier().value(),
                        Buffer.buffer(msisdnIndex),
                        enrolment.state().wireName(),
                        written(enrolment.reasons()),
                        shares.priceVnd(),
                        shares.carrierVnd(),
                        shares.unionVnd(),
                        shares.employerVnd(),
                        shares.workerVnd(),
                        enrolment.fundVnd(),
                        utc(enrolment.decidedAt()),
                        utc(enrolment.createdAt()),
                        enrolment.version())
                .replaceWith(enrolment);
    }

    /** 404 where it is unknown or out of reach. */
    public Uni<Enrolment> require(Statements connection, Scope scope, UUID id) {
        return connection
                .select(ENROLMENTS + "WHERE id = $1", id)
                .map(this::enrolments)
                .map(found -> theOne(scope, found));
    }

    /** The same, locked until the transaction ends. */
    public Uni<Enrolment> lock(Statements connection, Scope scope, UUID id) {
        return connection
                .select(ENROLMENTS + "WHERE id = $1 FOR UPDATE", id)
                .map(this::enrolments)
                .map(found -> theOne(scope, found));
    }

    public Uni<List<Enrolment>> page(
            Statements connection,
            Collection<EnterpriseId> enterprises,
            @Nullable WorkerId worker,
            @Nullable EnrolmentState state,
            PageRequest page) {
        return connection
                .select(
                        ENROLMENTS + """
                                WHERE (worker_id = $1 OR ($1::uuid IS NULL AND enterprise_id = ANY ($2::uuid[])))
                                  AND ($3::text IS NULL OR state = $3)
                                  AND ($4::uuid IS NULL OR id > $4)
                                ORDER BY id
                                LIMIT $5
                                """,
                        worker == null ? null : worker.value(),
                        enterprises.stream().map(EnterpriseId::value).toArray(UUID[]::new),
                        state == null ? null : state.wireName(),
                        page.afterId(),
                        page.fetchSize())
                .map(this::enrolments);
    }

    /** The blind index of the number it was made for. */
    public Uni<byte[]> numberOf(Statements connection, UUID id) {
        return connection
                .select("SELECT msisdn_index FROM enrolment WHERE id = $1", id)
                .map(rows -> (byte[]) some(rows.getFirst(), 0));
    }

    /** Of one person, those that have not ended, locked. */
    public Uni<List<Enrolment>> lockOpenOf(Statements connection, UUID workerId) {
        return connection
                .select(ENROLMENTS + "WHERE worker_id = $1 AND state <> 'exited' ORDER BY id FOR UPDATE", workerId)
                .map(this::enrolments);
    }

    /** The ids of all that one person ever had. */
    public Uni<List<UUID>> idsOf(Statements connection, UUID workerId) {
        return connection
                .select("SELECT id FROM enrolment WHERE worker_id = $1", workerId)
                .map(rows -> rows.stream().map(row -> id(row, 0)).toList());
    }

    /** Of one person, those that have not ended. */
    public Uni<List<Enrolment>> openOf(Statements connection, UUID workerId) {
        return connection
                .select(ENROLMENTS + "WHERE worker_id = $1 AND state <> 'exited' ORDER BY id", workerId)
                .map(this::enrolments);
    }

    /** Of everybody, those that have not ended, after this one in the order of ids. */
    public Uni<List<Enrolment>> openAfter(Statements connection, UUID id, int limit) {
        return connection
                .select(ENROLMENTS + "WHERE state <> 'exited' AND id > $1 ORDER BY id LIMIT $2", id, limit)
                .map(this::enrolments);
    }

    /** Those that go on under an agreement that has ended, but for orders that a carrier has in hand. */
    public Uni<List<Enrolment>> openUnderEndedAgreements(Statements connection, int limit) {
        return connection.select(ENROLMENTS + """
                                WHERE state NOT IN ('exited', 'ordered')
                                  AND agreement_id IN (SELECT agreement_id FROM enrolment_agreement_end)
                                ORDER BY id
                                LIMIT $1
                                """, limit).map(this::enrolments);
    }

    public Uni<Enrolment> update(Statements connection, Enrolment moved) {
        return connection
                .update(
                        """
                        UPDATE enrolment
                           SET state = $2, reasons = $3::text::jsonb, decided_at = $4, active_from = $5, exited_at = $6,
                               exit_reason = $7, version = $8
                         WHERE id = $1
                        """,
                        moved.id(),
                        moved.state().wireName(),
                        written(moved.reasons()),
                        utc(moved.decidedAt()),
                        utcOrNull(moved.activeFrom()),
                        utcOrNull(moved.exitedAt()),
                        moved.exitReason(),
                        moved.version())
                .replaceWith(moved);
    }

    public Uni<Void> insertConsents(
            Statements connection,
            Scope scope,
            UUID enrolmentId,
            Set<ConsentPurpose> purposes,
            String textVersion,
            @Nullable String witness) {
        return connection
                .update(
                        """
                        INSERT INTO enrolment_consent (enrolment_id, purpose, text_version, recorded_by, witness)
                        SELECT $1, purpose, $3, $4, $5 FROM unnest($2::text[]) AS purpose
                        """,
                        enrolmentId,
                        purposes.stream().map(ConsentPurpose::wireName).sorted().toArray(String[]::new),
                        textVersion,
                        scope.principal(),
                        witness == null ? null : Buffer.buffer(personalData.seal(PersonalData.Kind.NAME, witness)))
                .replaceWithVoid();
    }

    private static Enrolment theOne(Scope scope, List<Enrolment> rows) {
        if (rows.isEmpty()) throw Refusal.notFound();
        Enrolment found = rows.getFirst();
        boolean self = found.subject().worker().equals(scope.worker());
        if (!self && !scope.seesPeopleOf(found.subject().enterprise())) throw Refusal.notFound();
        return found;
    }

    private List<Enrolment> enrolments(List<@Nullable Object[]> rows) {
        return rows.stream().map(this::enrolment).toList();
    }

    private Enrolment enrolment(@Nullable Object[] row) {
        return new Enrolment(
                id(row, 0),
                new Enrolment.Subject(
                        new WorkerId(id(row, 1)),
                        new EnterpriseId(id(row, 2)),
                        id(row, 3),
                        id(row, 4),
                        id(row, 5),
                        new CarrierId(id(row, 6))),
                EnrolmentState.ofWireName((String) some(row, 7)),
                new Enrolment.Shares(vnd(row, 8), vnd(row, 9), vnd(row, 10), vnd(row, 11), vnd(row, 12)),
                vnd(row, 13),
                read((String) some(row, 14)),
                ((OffsetDateTime) some(row, 15)).toInstant(),
                instantOrNull(row, 16),
                instantOrNull(row, 17),
                (String) row[18],
                ((OffsetDateTime) some(row, 19)).toInstant(),
                vnd(row, 20));
    }

    private String written(List<SpokenReason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reasons could not be written", impossible);
        }
    }

    private List<SpokenReason> read(String stored) {
        try {
            return json.readValue(stored, REASONS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored reasons could not be read", broken);
        }
    }

    private static Object some(@Nullable Object[] row, int column) {
        return Objects.requireNonNull(row[column]);
    }

    private static UUID id(@Nullable Object[] row, int column) {
        return (UUID) some(row, column);
    }

    private static long vnd(@Nullable Object[] row, int column) {
        return (Long) some(row, column);
    }

    private static @Nullable Instant instantOrNull(@Nullable Object[] row, int column) {
        OffsetDateTime at = (OffsetDateTime) row[column];
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
