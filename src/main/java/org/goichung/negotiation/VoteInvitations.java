package org.goichung.negotiation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.negotiation.model.VoteLink;
import org.goichung.negotiation.store.VoteLinkStore;
import org.goichung.negotiation.store.VoteLinkStore.ToSend;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.platform.time.Clock;
import org.jboss.logging.Logger;

/**
 * When an award is put to the vote, each member's officers get a link to vote by. Links are made with the event and sent by a job, so a
 * sender that is slow or fails holds up nobody; it is tried again a bounded number of times, and never after the vote is over.
 */
@ApplicationScoped
class VoteInvitations implements OutboxReceiver {
    private static final Logger LOG = Logger.getLogger(VoteInvitations.class);
    private static final int MOST_TRIES = 12;
    private static final long LONGEST_WAIT_SECONDS = 1_800;
    private static final int MOST_AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Electorate electorate;
    private final VoteLinkStore links;
    private final NoticeSender sender;
    private final Clock clock;
    private final String publicUrl;

    VoteInvitations(
            Transactions transactions,
            Electorate electorate,
            VoteLinkStore links,
            NoticeSender sender,
            Clock clock,
            @ConfigProperty(name = "goichung.public-url") String publicUrl) {
        this.transactions = transactions;
        this.electorate = electorate;
        this.links = links;
        this.sender = sender;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> types() {
        return Set.of("rfq-awarded");
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        return electorate.links(event.subject()).chain(this::add);
    }

    private Uni<Void> add(List<VoteLink> made) {
        return transactions.systemSql(connection -> Multi.createFrom()
                .iterable(made)
                .onItem()
                .transformToUniAndConcatenate(link -> links.add(Statements.of(connection), link))
                .collect()
                .last()
                .replaceWithVoid());
    }

    @Scheduled(identity = "vote-notices", every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sendThoseDue() {
        return send(MOST_AT_ONCE);
    }

    private Uni<Void> send(int most) {
        if (most == 0) return Uni.createFrom().voidItem();
        return sendOne().chain(did -> did ? send(most - 1) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> sendOne() {
        return transactions.systemSql(connection -> {
            Statements sql = Statements.of(connection);
            return links.lockOneToSend(sql)
                    .chain(due -> due.isEmpty()
                            ? Uni.createFrom().item(false)
                            : send(sql, due.get()).replaceWith(true));
        });
    }

    private Uni<Void> send(Statements sql, ToSend due) {
        VoteLink link = due.link();
        if (clock.instant().isAfter(link.validUntil())) return links.giveUp(sql, link.id());
        return sender.send(notice(due))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .chain(sent -> sent ? links.sent(sql, link.id()) : later(sql, due));
    }

    private Uni<Void> later(Statements sql, ToSend due) {
        UUID id = due.link().id();
        int tries = due.attempts() + 1;
        LOG.warnf("vote notice %s was not taken (try %d of %d)", id, tries, MOST_TRIES);
        return tries >= MOST_TRIES
                ? links.giveUp(sql, id)
                : links.retry(sql, id, Math.min(LONGEST_WAIT_SECONDS, 5L << tries));
    }

    private VoteNotice notice(ToSend due) {
        VoteLink link = due.link();
        String until = VoteWords.time(link.validUntil());
        return new VoteNotice(
                link.id(),
                link.rfqId(),
                link.enterpriseId(),
                link.unionBodyId(),
                link.accountId(),
                link.login(),
                VoteWords.SUBJECT,
                VoteWords.TEXT.formatted(until),
                VoteWords.SMS.formatted(until),
                publicUrl + "/vote#" + due.secret().text(),
                link.validUntil());
    }
}
