package org.goichung.catalog.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.catalog.CarrierView;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The carriers: a handful of rows. */
@ApplicationScoped
public class CarrierStore {

    public Uni<List<CarrierView>> all(Statements connection) {
        return connection
                .select("SELECT id, code, name, short_code FROM carrier ORDER BY code")
                .map(CarrierStore::views);
    }

    public Uni<List<CarrierView>> one(Statements connection, CarrierId id) {
        return connection
                .select("SELECT id, code, name, short_code FROM carrier WHERE id = $1", id.value())
                .map(CarrierStore::views);
    }

    /** Refused where the code is taken. */
    public Uni<CarrierView> insert(Statements connection, String code, String name, String shortCode) {
        UUID id = Ids.next();
        return connection
                .update(
                        "INSERT INTO carrier (id, code, name, short_code) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                        id,
                        code,
                        name,
                        shortCode)
                .map(inserted -> {
                    if (inserted == 0) throw Refusal.field(ProblemType.ALREADY_EXISTS, "/code", "taken");
                    return new CarrierView(new CarrierId(id), code, name, shortCode);
                });
    }

    private static List<CarrierView> views(List<@Nullable Object[]> rows) {
        return rows.stream()
                .map(row -> new CarrierView(
                        new CarrierId((UUID) Objects.requireNonNull(row[0])),
                        (String) Objects.requireNonNull(row[1]),
                        (String) Objects.requireNonNull(row[2]),
                        (String) Objects.requireNonNull(row[3])))
                .toList();
    }
}
