package org.goichung.negotiation;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.scheduler.Scheduler;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.outbox.OutboxReceiver.Delivery;

/** The jobs of this room by hand, for tests in which no other time than their own may go by. */
public final class NegotiationJobs {
    private static final List<String> ALL = List.of(
            "award-proposal",
            "rfq-deadline",
            "rfq-mandate",
            "offer-expiry",
            "ratification-window",
            "agreement-calendar",
            "vote-notices");

    private NegotiationJobs() {}

    /** From here on they run where a test says. */
    public static void pause() {
        ALL.forEach(bean(Scheduler.class)::pause);
        // whatever was under way has come to its end when the same has been done again
        close();
        letGo();
        settle();
        expire();
        calendar();
        propose();
    }

    public static void resume() {
        ALL.forEach(bean(Scheduler.class)::resume);
    }

    public static void close() {
        await(() -> bean(Deadlines.class).closeRfqs());
    }

    public static void letGo() {
        await(() -> bean(Deadlines.class).letMembersGo());
    }

    public static void settle() {
        await(() -> bean(Deadlines.class).settleVotes());
    }

    public static void expire() {
        await(() -> bean(Deadlines.class).expireBids());
    }

    public static void calendar() {
        await(() -> bean(Deadlines.class).startAndEndAgreements());
    }

    public static void propose() {
        await(() -> bean(Deadlines.class).solveProposals());
    }

    /** As the event of an award does. */
    public static void invite(UUID rfq) {
        await(() -> bean(VoteInvitations.class)
                .receive(new Delivery(UUID.randomUUID(), "rfq-awarded", rfq, rfq, new JsonObject())));
    }
}
