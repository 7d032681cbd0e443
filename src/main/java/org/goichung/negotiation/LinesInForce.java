package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.goichung.eligibility.NegotiatedLine;
import org.goichung.eligibility.NegotiatedLines;
import org.goichung.negotiation.store.AgreementStore;
import org.goichung.platform.database.Transactions;

/** What the look-up may offer beside retail: the lines of the agreements in force. */
@ApplicationScoped
class LinesInForce implements NegotiatedLines {
    private final Transactions transactions;
    private final AgreementStore agreements;

    LinesInForce(Transactions transactions, AgreementStore agreements) {
        this.transactions = transactions;
        this.agreements = agreements;
    }

    @Override
    public Uni<List<NegotiatedLine>> inForce() {
        return transactions.read(agreements::inForce).map(wholes -> wholes.stream()
                .flatMap(whole -> whole.allocations().stream()
                        .map(allocation -> new NegotiatedLine(
                                allocation.enterpriseId(),
                                whole.agreement().id(),
                                allocation.packageVersionId(),
                                allocation.priceVnd())))
                .toList());
    }
}
