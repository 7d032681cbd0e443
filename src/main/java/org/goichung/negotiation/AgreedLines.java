package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.goichung.eligibility.NegotiatedLine;
import org.goichung.eligibility.NegotiatedLines;
import org.goichung.negotiation.store.AgreementStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/** What agreements give to whom, for the look-up. */
@ApplicationScoped
class AgreedLines implements NegotiatedLines {
    private final Transactions transactions;
    private final AgreementStore agreements;

    AgreedLines(Transactions transactions, AgreementStore agreements) {
        this.transactions = transactions;
        this.agreements = agreements;
    }

    @Override
    public Uni<List<NegotiatedLine>> since(LocalDate day) {
        return transactions.read(session -> agreements.linesSince(Statements.of(session), day));
    }
}
