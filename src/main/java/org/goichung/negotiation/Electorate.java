package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.model.VoteLink;
import org.goichung.negotiation.store.AwardStore;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Account;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who may vote on an award that is open: for each enterprise the officers of the union that gave its mandate. */
@ApplicationScoped
class Electorate {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final AwardStore awards;
    private final MandateStore mandates;
    private final Accounts accounts;

    Electorate(Transactions transactions, RfqStore rfqs, AwardStore awards, MandateStore mandates, Accounts accounts) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.awards = awards;
        this.mandates = mandates;
        this.accounts = accounts;
    }

    private record Asked(AwardThread award, EnterpriseId enterprise, UnionBodyId union) {}

    /** A link each; none where the vote is over already. A union without an account gets one for itself. */
    Uni<List<VoteLink>> links(UUID rfqId) {
        return transactions
                .read(session -> asked(session, rfqId))
                .onItem()
                .transformToMulti(asked -> Multi.createFrom().iterable(asked))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> accounts.officersOf(each.union()).map(officers -> links(each, officers)))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Asked>> asked(Mutiny.Session session, UUID rfqId) {
        return awards.ofRfq(session, rfqId)
                .map(all -> all.stream()
                        .filter(award -> award.award().outcome() == null)
                        .findFirst())
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : rfqs.read(session, rfqId).chain(coalition -> mandates.of(session, coalition.mandates())
                                .map(given -> asked(open.get(), coalition, given))));
    }

    private static List<Asked> asked(AwardThread award, Coalition coalition, List<Mandate> given) {
        Map<UUID, Mandate> byId = given.stream().collect(Collectors.toMap(Mandate::id, Function.identity()));
        return award.electorate().stream()
                .filter(enterprise -> !award.hasVoted(enterprise))
                .map(enterprise -> {
                    RfqMember member = coalition.member(enterprise).orElseThrow();
                    return new Asked(
                            award,
                            enterprise,
                            Objects.requireNonNull(byId.get(member.mandateId())).fromBodyId());
                })
                .toList();
    }

    private static List<VoteLink> links(Asked asked, List<Account> officers) {
        if (officers.isEmpty()) return List.of(link(asked, null));
        var links = new ArrayList<VoteLink>();
        for (Account officer : officers) links.add(link(asked, officer));
        return links;
    }

    private static VoteLink link(Asked asked, @Nullable Account officer) {
        var award = asked.award().award();
        return new VoteLink(
                Ids.next(),
                award.id(),
                award.rfqId(),
                asked.enterprise(),
                asked.union(),
                officer == null ? null : officer.id(),
                officer == null ? null : officer.login(),
                award.voteUntil(),
                null);
    }
}
