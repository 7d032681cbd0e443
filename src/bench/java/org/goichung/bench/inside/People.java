package org.goichung.bench.inside;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Sessions;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.keys.PersonalData;

/** Who comes to the door, and whose usage is told. */
@ApplicationScoped
public class People {
    private static final String PASSWORD = "a benchmark's password";
    private static final int AT_ONCE = 5_000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final PersonalData personalData;
    private final Transactions transactions;

    public People(
            Accounts accounts, Sessions sessions, ApiKeys keys, PersonalData personalData, Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.personalData = personalData;
        this.transactions = transactions;
    }

    Uni<String> officer(UUID unionBody) {
        String login = "bench-" + unionBody;
        return accounts.put(login, PASSWORD, Role.UNION_OFFICER, null, new UnionBodyId(unionBody), null, null, false)
                .chain(() -> sessions.open(login, PASSWORD));
    }

    Uni<String> apiKey(CarrierId carrier) {
        return keys.issue(carrier, "bench").map(ApiKeys.Issued::key);
    }

    Uni<Void> lines(UUID agreement, CarrierId carrier, UUID packageVersion, List<EnterpriseId> enterprises, int count) {
        return Multi.createFrom()
                .items(IntStream.iterate(0, from -> from < count, from -> from + AT_ONCE)
                        .boxed())
                .onItem()
                .transformToUniAndConcatenate(from -> insert(
                        agreement,
                        carrier,
                        packageVersion,
                        enterprises,
                        IntStream.range(from, Math.min(count, from + AT_ONCE)).toArray()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> insert(
            UUID agreement, CarrierId carrier, UUID packageVersion, List<EnterpriseId> enterprises, int[] numbers) {
        return Statements.of(transactions.systemPool())
                .update(
                        """
                        INSERT INTO quota_line (enterprise_id, enrolment_id, from_at, carrier_id, msisdn_index, agreement_id,
                                                package_version_id)
                        SELECT l.enterprise_id, l.enrolment_id, goichung_now() - interval '80 days', $1, l.msisdn_index, $2, $3
                          FROM unnest($4::uuid[], $5::uuid[], $6::bytea[]) AS l(enterprise_id, enrolment_id, msisdn_index)
                        """,
                        carrier.value(),
                        agreement,
                        packageVersion,
                        IntStream.of(numbers)
                                .mapToObj(number -> enterprises
                                        .get(number % enterprises.size())
                                        .value())
                                .toArray(UUID[]::new),
                        IntStream.of(numbers)
                                .mapToObj(number -> enrolment(agreement, number))
                                .toArray(UUID[]::new),
                        IntStream.of(numbers)
                                .mapToObj(number -> Buffer.buffer(personalData.blindIndex(
                                        PersonalData.Kind.MSISDN, "+8491%07d".formatted(number))))
                                .toArray(Buffer[]::new));
    }

    /** Whose line a number is: the same one for whoever writes the same rows. */
    public static UUID enrolment(UUID agreement, int number) {
        return new UUID(agreement.getMostSignificantBits(), Long.MIN_VALUE | number);
    }
}
