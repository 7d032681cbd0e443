package org.goichung.enrolment.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.enrolment.ActivationState;
import org.goichung.enrolment.model.Activation;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The orders; their numbers are encrypted. */
@ApplicationScoped
public class ActivationStore {
    private static final String ACTIVATIONS = """
            SELECT id, enrolment_id, carrier_id, package_version_id, msisdn, state, carrier_reference, activated_at, refusal, ordered_at
              FROM activation
            """;

    private final PersonalData personalData;

    public ActivationStore(PersonalData personalData) {
        this.personalData = personalData;
    }

    public Uni<UUID> insert(
            Statements connection, UUID enrolmentId, CarrierId carrier, UUID packageVersionId, String msisdn) {
        UUID id = Ids.next();
        return connection
                .update(
                        """
                        INSERT INTO activation (id, enrolment_id, carrier_id, package_version_id, msisdn) VALUES ($1, $2, $3, $4, $5)
                        """,
                        id,
                        enrolmentId,
                        carrier.value(),
                        packageVersionId,
                        Buffer.buffer(personalData.seal(PersonalData.Kind.MSISDN, msisdn)))
                .replaceWith(id);
    }

    /** One carrier's orders in the order they came. */
    public Uni<List<Activation>> page(
            Statements connection, CarrierId carrier, @Nullable ActivationState state, PageRequest page) {
        return connection
                .select(
                        ACTIVATIONS + """
                                WHERE carrier_id = $1
                                  AND ($2::text IS NULL OR state = $2)
                                  AND ($3::uuid IS NULL OR id > $3)
                                ORDER BY id
                                LIMIT $4
                                """,
                        carrier.value(),
                        state == null ? null : state.wireName(),
                        page.afterId(),
                        page.fetchSize())
                .map(this::activations);
    }

    /** Locked until the transaction ends; 404 where it is unknown or another carrier's. */
    public Uni<Activation> lock(Statements connection, UUID id, CarrierId carrier) {
        return connection
                .select(ACTIVATIONS + "WHERE id = $1 AND carrier_id = $2 FOR UPDATE", id, carrier.value())
                .map(rows -> {
                    if (rows.isEmpty()) throw Refusal.notFound();
                    return activation(rows.getFirst());
                });
    }

    /** The order of an enrolment. */
    public Uni<Activation> ofEnrolment(Statements connection, UUID enrolmentId) {
        return connection
                .select(ACTIVATIONS + "WHERE enrolment_id = $1", enrolmentId)
                .map(rows -> activation(rows.getFirst()));
    }

    public Uni<Void> answer(Statements connection, Activation answered) {
        Instant activatedAt = answered.activatedAt();
        return connection
                .update(
                        """
                        UPDATE activation
                           SET state = $2, carrier_reference = $3, activated_at = $4, refusal = $5, answered_at = goichung_now()
                         WHERE id = $1
                        """,
                        answered.id(),
                        answered.state().wireName(),
                        answered.carrierReference(),
                        activatedAt == null ? null : activatedAt.atOffset(ZoneOffset.UTC),
                        answered.refusal())
                .replaceWithVoid();
    }

    /** Forgets the numbers of a person's orders. */
    public Uni<Integer> forgetNumbersOf(Statements connection, UUID workerId) {
        return connection.update("""
                UPDATE activation SET msisdn = NULL
                 WHERE enrolment_id IN (SELECT id FROM enrolment WHERE worker_id = $1)
                """, workerId);
    }

    private List<Activation> activations(List<@Nullable Object[]> rows) {
        return rows.stream().map(this::activation).toList();
    }

    private Activation activation(@Nullable Object[] row) {
        byte[] msisdn = (byte[]) row[4];
        OffsetDateTime activatedAt = (OffsetDateTime) row[7];
        return new Activation(
                (UUID) some(row[0]),
                (UUID) some(row[1]),
                new CarrierId((UUID) some(row[2])),
                (UUID) some(row[3]),
                msisdn == null ? null : personalData.open(PersonalData.Kind.MSISDN, msisdn),
                ActivationState.ofWireName((String) some(row[5])).orElseThrow(),
                (String) row[6],
                activatedAt == null ? null : activatedAt.toInstant(),
                (String) row[8],
                ((OffsetDateTime) some(row[9])).toInstant());
    }

    private static Object some(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
