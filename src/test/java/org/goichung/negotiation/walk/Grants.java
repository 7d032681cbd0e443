package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.AgreementService;

/** What the ledger was told of agreements and grants by them, month by month. */
final class Grants {
    private Grants() {}

    /** Ends what still stands, and compares; null where there is no difference. */
    static String difference(Broker broker, State all) {
        if (all.deals.isEmpty()) return null;
        broker.records.awaitTold();
        Set<String> granted = broker.records.grants();
        var scope = broker.world.scope(Actor.LEAD);
        for (UUID id : broker.records.agreementsThatStand()) {
            String version = broker.records.version("agreement", id);
            await(() -> bean(AgreementService.class).terminate(scope, id, version));
        }
        broker.records.awaitTold();
        for (State.Deal deal : all.deals.values()) {
            for (YearMonth month :
                    Model.months(YearMonth.from(deal.rfq.firstDay()), YearMonth.from(deal.rfq.lastDay())))
                for (int member : deal.lines.keySet()) {
                    String line =
                            "o%d e%d %s %d".formatted(deal.offer.name, member, month, all.linesIn(deal, member, month));
                    if (!granted.remove(line) && deal.granted.contains(month)) return "not granted: " + line;
                }
        }
        return granted.isEmpty() ? null : "granted, but not agreed: " + granted;
    }
}
