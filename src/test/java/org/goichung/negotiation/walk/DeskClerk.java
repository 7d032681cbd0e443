package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.NewPaperOffer;
import org.goichung.negotiation.PaperAnswerService;
import org.goichung.negotiation.PaperOfferService;
import org.goichung.platform.identity.CarrierId;

/** The running service, asked by those at the table; what is entered is called as the offer that it may become. */
final class DeskClerk {
    private final World world;
    private final Names names;
    private final Papers papers;
    /** By paper. */
    private final Map<Integer, UUID> rfqOf = new HashMap<>();

    private final Set<Integer> answers = new HashSet<>();

    DeskClerk(World world, Names names, Papers papers) {
        this.world = world;
        this.names = names;
        this.papers = papers;
    }

    void make(Step.OnPaper step, long now) {
        var scope = world.scope(step.by());
        switch (step) {
            case Step.EnterOffer enter -> {
                var asked = new NewPaperOffer(
                        new CarrierId(World.carrier(enter.carrier())),
                        world.login(enter.witness()),
                        papers.terms(enter.carrier(), enter.terms(), now));
                var entered =
                        await(() -> bean(PaperOfferService.class).enter(scope, names.id("r" + enter.rfq()), asked));
                put(enter.paper(), entered.id(), entered.rfqId());
            }
            case Step.EnterAnswer enter -> {
                var asked = papers.answer(enter, enter.carrier(), now);
                var entered =
                        await(() -> bean(PaperAnswerService.class).enter(scope, names.id("o" + enter.of()), asked));
                put(enter.paper(), entered.id(), entered.rfqId());
                answers.add(enter.paper());
            }
            case Step.Confirm confirm -> {
                UUID rfq = rfqOf.getOrDefault(confirm.paper(), names.id("nothing"));
                UUID id = names.id("o" + confirm.paper());
                if (answers.contains(confirm.paper()))
                    await(() -> bean(PaperAnswerService.class).confirm(scope, rfq, id));
                else await(() -> bean(PaperOfferService.class).confirm(scope, rfq, id));
            }
            case Step.Retract retract -> {
                UUID rfq = rfqOf.getOrDefault(retract.paper(), names.id("nothing"));
                UUID id = names.id("o" + retract.paper());
                if (answers.contains(retract.paper()))
                    await(() -> bean(PaperAnswerService.class).withdraw(scope, rfq, id));
                else await(() -> bean(PaperOfferService.class).withdraw(scope, rfq, id));
            }
        }
    }

    private void put(int paper, UUID id, UUID rfq) {
        names.put("o" + paper, id);
        rfqOf.put(paper, rfq);
    }
}
