package org.goichung.platform.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.time.Clock;

/** The journal as rows of the outbox and the audit. */
@ApplicationScoped
public class OutboxJournal implements Journal {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final RelayBell bell;

    public OutboxJournal(Clock clock, RelayBell bell) {
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public Uni<Void> record(Statements connection, Scope scope, Event event) {
        Instant at = clock.instant();
        return writeEvent(connection, event, at)
                .chain(() -> Multi.createFrom()
                        .iterable(event.audience())
                        .onItem()
                        .transformToUniAndConcatenate(audience -> writeAudit(connection, scope, event, audience, at))
                        .collect()
                        .last())
                .invoke(bell::ring)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> announce(Statements connection, List<Event> events) {
        if (events.isEmpty()) return Uni.createFrom().voidItem();
        return connection
                .update(
                        """
                        INSERT INTO outbox_event (id, type, key, subject, audience, data, occurred_at)
                        SELECT e.id, e.type, e.key, e.subject, string_to_array(e.audience, ' '), e.data, $7
                          FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[])
                            AS e(id, type, key, subject, audience, data)
                        """,
                        events.stream().map(event -> Ids.next()).toArray(UUID[]::new),
                        events.stream().map(Event::type).toArray(String[]::new),
                        events.stream().map(Event::key).toArray(UUID[]::new),
                        events.stream().map(Event::subject).toArray(UUID[]::new),
                        events.stream().map(OutboxJournal::words).toArray(String[]::new),
                        events.stream()
                                .map(event -> new JsonObject(event.data()))
                                .toArray(JsonObject[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .invoke(bell::ring)
                .replaceWithVoid();
    }

    private static String words(Event event) {
        return event.audience().stream().map(Audience::word).sorted().collect(Collectors.joining(" "));
    }

    private static Uni<Integer> writeEvent(Statements connection, Event event, Instant at) {
        return connection.update(
                """
                INSERT INTO outbox_event (id, type, key, subject, audience, data, occurred_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                Ids.next(),
                event.type(),
                event.key(),
                event.subject(),
                event.audience().stream().map(Audience::word).sorted().toArray(String[]::new),
                new JsonObject(event.data()),
                at.atOffset(ZoneOffset.UTC));
    }

    private static Uni<Integer> writeAudit(
            Statements connection, Scope scope, Event event, Audience audience, Instant at) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        String content = String.join(
                "\n",
                audience.word(),
                scope.principal(),
                event.type(),
                event.subject().toString(),
                at.toString());
        return connection.update(
                """
                INSERT INTO audit_entry (id, tenant, actor, action, subject, occurred_at, salt, commitment)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                Ids.next(),
                audience.word(),
                scope.principal(),
                event.type(),
                event.subject(),
                at.atOffset(ZoneOffset.UTC),
                salt,
                commitment(salt, content));
    }

    private static byte[] commitment(byte[] salt, String content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
