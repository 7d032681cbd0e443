package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.negotiation.AgreementDocument.Amended;
import org.goichung.negotiation.AgreementDocument.Counted;
import org.goichung.negotiation.AgreementDocument.Mandated;
import org.goichung.negotiation.AgreementDocument.Member;
import org.goichung.negotiation.AgreementDocument.Voted;
import org.goichung.negotiation.model.AgreementText;
import org.goichung.negotiation.model.AgreementWhole;
import org.goichung.negotiation.model.Award.Outcome;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.Ballot;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.model.Vote;
import org.goichung.negotiation.store.AgreementStore;
import org.goichung.negotiation.store.AwardStore;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** An agreement for people to read and sign: its terms, who gave which mandate, and how each member voted. */
@ApplicationScoped
public class AgreementDocumentService {
    private final Transactions transactions;
    private final AgreementStore agreements;
    private final RfqStore rfqs;
    private final AwardStore awards;
    private final MandateStore mandates;

    AgreementDocumentService(
            Transactions transactions,
            AgreementStore agreements,
            RfqStore rfqs,
            AwardStore awards,
            MandateStore mandates) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.rfqs = rfqs;
        this.awards = awards;
        this.mandates = mandates;
    }

    /**
     * All of it for the leading body and the carrier, else with the members in reach; a carrier sees no counted ballots.
     *
     * @param revision an earlier one; null for the latest
     */
    public Uni<AgreementDocument> document(Scope scope, UUID id, @Nullable Integer revision) {
        return transactions.read(session -> agreements.require(session, id).chain(latest -> {
            List<Allocation> visible = latest.visibleTo(scope);
            var whole = revision == null ? latest : latest.asOf(revision);
            return members(session, scope, whole, visible)
                    .map(members -> document(whole, members, amended(whole, members)));
        }));
    }

    private Uni<List<Member>> members(
            Mutiny.Session session, Scope scope, AgreementWhole whole, List<Allocation> visible) {
        UUID rfqId = whole.agreement().rfqId();
        return rfqs.read(session, rfqId).chain(coalition -> awards.ofRfq(session, rfqId)
                .map(AgreementDocumentService::votes)
                .chain(votes -> mandates.of(session, mandatesOf(coalition, visible))
                        .map(given -> members(scope, coalition, visible, given, votes))));
    }

    /** By enterprise, of the award that the members concluded. */
    private static Map<EnterpriseId, Vote> votes(List<AwardThread> threads) {
        return threads.stream()
                .filter(thread -> thread.award().outcome() == Outcome.CONCLUDED)
                .flatMap(thread -> thread.votes().stream())
                .collect(Collectors.toMap(Vote::enterpriseId, Function.identity()));
    }

    private static List<UUID> mandatesOf(Coalition coalition, List<Allocation> visible) {
        return visible.stream()
                .map(Allocation::enterpriseId)
                .distinct()
                .flatMap(enterprise -> coalition.member(enterprise).stream())
                .map(RfqMember::mandateId)
                .toList();
    }

    private static List<Member> members(
            Scope scope,
            Coalition coalition,
            List<Allocation> visible,
            List<Mandate> given,
            Map<EnterpriseId, Vote> votes) {
        boolean seesBallots = scope.role() != Role.CARRIER;
        Map<UUID, Mandate> byId = given.stream().collect(Collectors.toMap(Mandate::id, Function.identity()));
        Map<EnterpriseId, List<Allocation>> allocations = visible.stream()
                .collect(Collectors.groupingBy(Allocation::enterpriseId, LinkedHashMap::new, Collectors.toList()));
        return allocations.entrySet().stream()
                .map(of -> {
                    RfqMember member = coalition.member(of.getKey()).orElseThrow();
                    Mandate mandate = Objects.requireNonNull(byId.get(member.mandateId()));
                    return new Member(
                            of.getKey(),
                            new Mandated(
                                    mandate.fromBodyId(),
                                    mandate.givenAt(),
                                    mandate.validUntil(),
                                    seesBallots ? counted(mandate.ballot()) : null),
                            voted(votes.get(of.getKey()), seesBallots),
                            of.getValue());
                })
                .toList();
    }

    private static @Nullable Voted voted(@Nullable Vote vote, boolean seesBallots) {
        if (vote == null) return null;
        Ballot ballot = vote.ballot();
        return new Voted(vote.castAt(), seesBallots && ballot != null ? counted(ballot) : null);
    }

    private static Counted counted(Ballot ballot) {
        return new Counted(ballot.voters(), ballot.yes(), ballot.no());
    }

    private static List<Amended> amended(AgreementWhole whole, List<Member> members) {
        var shown = members.stream().map(Member::enterpriseId).collect(Collectors.toSet());
        return whole.amendments().stream()
                .filter(each -> shown.contains(each.from()) || shown.contains(each.to()))
                .map(each -> new Amended(
                        Objects.requireNonNull(each.revision()),
                        Objects.requireNonNull(each.answeredAt()),
                        each.from(),
                        each.to(),
                        each.linesPerMonth(),
                        each.fundVndPerMonth(),
                        each.fromMonth(),
                        each.untilMonth()))
                .toList();
    }

    private static AgreementDocument document(AgreementWhole whole, List<Member> members, List<Amended> amended) {
        var agreement = whole.agreement();
        List<Allocation> all = whole.allocations();
        return new AgreementDocument(
                agreement.id(),
                whole.revision(),
                AgreementText.of(whole).digest(),
                agreement.state().word(),
                agreement.title(),
                agreement.ratifiedAt(),
                agreement.fromDate(),
                agreement.untilDate(),
                agreement.graceDays(),
                agreement.rollOver(),
                agreement.leadBodyId(),
                agreement.carrierId(),
                whole.lot(),
                whole.terms(),
                (int) all.stream().map(Allocation::enterpriseId).distinct().count(),
                all.stream().mapToLong(Allocation::linesPerMonth).reduce(0, Math::addExact),
                all.stream()
                        .map(Allocation::fundVndPerMonth)
                        .filter(Objects::nonNull)
                        .reduce(Math::addExact)
                        .orElse(null),
                members,
                amended);
    }
}
