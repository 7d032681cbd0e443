package org.goichung.enrolment.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/** For which day all open enrolments were looked at. */
@ApplicationScoped
public class EnrolmentCalendar {
    private final Transactions transactions;

    public EnrolmentCalendar(Transactions transactions) {
        this.transactions = transactions;
    }

    public Uni<Boolean> checkedFor(LocalDate day) {
        return sql().select("SELECT checked_for >= $1 FROM enrolment_calendar", day)
                .map(rows -> (Boolean) rows.getFirst()[0]);
    }

    public Uni<Void> check(LocalDate day) {
        return sql().update("UPDATE enrolment_calendar SET checked_for = $1 WHERE checked_for < $1", day)
                .replaceWithVoid();
    }

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
