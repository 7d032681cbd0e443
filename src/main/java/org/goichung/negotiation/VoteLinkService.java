package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.VoteLink;
import org.goichung.negotiation.model.VoteSecret;
import org.goichung.negotiation.store.AwardStore;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.VoteLinkStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.ScopeMaker;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.union.UnionService;
import org.hibernate.reactive.mutiny.Mutiny;

/** A vote by link: whoever has the secret votes once, as the officer it was sent to, by the rules of every vote. */
@ApplicationScoped
public class VoteLinkService {
    private final Transactions transactions;
    private final Ballots ballots;
    private final RatificationService ratifications;
    private final ScopeMaker scopes;
    private final UnionService unions;
    private final Clock clock;

    VoteLinkService(
            Transactions transactions,
            Ballots ballots,
            RatificationService ratifications,
            ScopeMaker scopes,
            UnionService unions,
            Clock clock) {
        this.transactions = transactions;
        this.ballots = ballots;
        this.ratifications = ratifications;
        this.scopes = scopes;
        this.unions = unions;
        this.clock = clock;
    }

    /** What stands behind a link. */
    @ApplicationScoped
    static class Ballots {
        private final VoteLinkStore links;
        private final AwardStore awards;
        private final OfferStore offers;

        Ballots(VoteLinkStore links, AwardStore awards, OfferStore offers) {
            this.links = links;
            this.awards = awards;
            this.offers = offers;
        }

        Uni<VoteLink> find(Mutiny.Session session, VoteSecret secret) {
            return links.bySecret(Statements.of(session), secret).map(VoteLinkService::known);
        }

        Uni<VoteLink> lock(Mutiny.Session session, VoteSecret secret) {
            return links.lockBySecret(Statements.of(session), secret).map(VoteLinkService::known);
        }

        Uni<Void> use(Mutiny.Session session, VoteLink link) {
            return links.use(Statements.of(session), link.id());
        }

        /** Refused where it is settled, or the enterprise has voted. */
        Uni<AwardThread> open(Mutiny.Session session, VoteLink link) {
            return awards.ofRfq(session, link.rfqId()).map(all -> {
                AwardThread award = all.stream()
                        .filter(each -> each.award().id().equals(link.awardId()))
                        .findFirst()
                        .orElseThrow();
                if (award.hasVoted(link.enterpriseId())) throw Refusal.of(ProblemType.VOTE_LINK_USED);
                if (award.award().outcome() != null) throw Refusal.of(ProblemType.VOTE_LINK_OVER);
                return award;
            });
        }

        Uni<VoteInvitation> invitation(Mutiny.Session session, VoteLink link, AwardThread award) {
            return session.find(Rfq.class, link.rfqId()).chain(rfq -> offers.threads(session, link.rfqId())
                    .map(threads -> new VoteInvitation(
                            link.enterpriseId(),
                            rfq.title(),
                            link.validUntil(),
                            award.lines().stream()
                                    .filter(line -> line.enterpriseId().equals(link.enterpriseId()))
                                    .map(line -> line(line, threads))
                                    .toList())));
        }

        private static VoteInvitation.Line line(PricedLine line, List<BidThread> threads) {
            BidThread thread = threads.stream()
                    .filter(each -> each.bid().standingOfferId().equals(line.offerId()))
                    .findFirst()
                    .orElseThrow();
            OfferTerms terms = thread.standing().content().terms();
            return new VoteInvitation.Line(
                    thread.bid().carrierId(),
                    terms.versionId(),
                    line.lines(),
                    line.priceVnd(),
                    line.alonePriceVnd(),
                    Math.max(line.alonePriceVnd(), line.priceVnd()),
                    line.gainVndPerMonth(),
                    terms.conditions());
        }
    }

    /** What is voted on; refused with {@code vote-link-unknown}, {@code vote-link-used} or {@code vote-link-over}. */
    public Uni<VoteInvitation> look(String sent) {
        VoteSecret secret = secret(sent);
        return transactions.read(session -> ballots.find(session, secret)
                .invoke(link -> link.requireGood(clock.instant()))
                .chain(link -> ballots.open(session, link).chain(award -> ballots.invitation(session, link, award))));
    }

    /** The enterprise that was voted for; the link is used up with the vote, in one transaction. */
    public Uni<UUID> vote(String sent, boolean yes) {
        VoteSecret secret = secret(sent);
        return transactions
                .read(session -> ballots.find(session, secret))
                .chain(this::scope)
                .chain(scope -> transactions.write(session -> ballots.lock(session, secret)
                        .invoke(link -> link.requireGood(clock.instant()))
                        .call(link -> ballots.open(session, link))
                        .call(link -> ratifications.vote(
                                scope,
                                link.rfqId(),
                                new NewVote(
                                        link.enterpriseId(),
                                        null,
                                        null,
                                        null,
                                        yes ? NewVote.Resolution.YES : NewVote.Resolution.NO)))
                        .call(link -> ballots.use(session, link))
                        .map(link -> link.enterpriseId().value())))
                .onFailure(VoteLinkService::over)
                .transform(late -> Refusal.of(ProblemType.VOTE_LINK_OVER))
                .onFailure(VoteLinkService::twice)
                .transform(twice -> Refusal.of(ProblemType.VOTE_LINK_USED));
    }

    /** As the officer is now: who was disabled, or is no longer of the enterprise's union, has no vote. */
    private Uni<Scope> scope(VoteLink link) {
        UUID account = link.accountId();
        Uni<Scope> scope = account == null
                ? unions.enterprisesOfGrassroots(link.unionBodyId())
                        .map(own -> new Scope(
                                "vote-link:" + link.id(),
                                Role.UNION_OFFICER,
                                own,
                                own,
                                false,
                                null,
                                link.unionBodyId(),
                                null))
                : scopes.ofAccount(account).map(found -> found.orElseThrow(VoteLinkService::unknown));
        return scope.invoke(found -> {
            if (!found.ownEnterprises().contains(link.enterpriseId())) throw unknown();
        });
    }

    private static VoteSecret secret(String sent) {
        return VoteSecret.read(sent).orElseThrow(VoteLinkService::unknown);
    }

    private static VoteLink known(Optional<VoteLink> found) {
        return found.orElseThrow(VoteLinkService::unknown);
    }

    private static Refusal unknown() {
        return Refusal.of(ProblemType.VOTE_LINK_UNKNOWN);
    }

    private static boolean over(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.ILLEGAL_MOVE;
    }

    private static boolean twice(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.ALREADY_EXISTS;
    }
}
