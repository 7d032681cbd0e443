package org.goichung.negotiation.walk;

import org.goichung.negotiation.walk.State.Question;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's questions, asked and answered before all while offers are taken. */
final class Questions {
    private final State all;

    Questions(State all) {
        this.all = all;
    }

    void ask(Step.Ask step) {
        if (!step.by().isCarrier()) throw No.forbidden();
        Rfq rfq = Model.seen(all, step.by(), step.rfq());
        if (!rfq.state.equals("OPEN") || all.now >= rfq.deadline) throw No.illegal();
        var question = new Question();
        question.rfq = rfq;
        all.questions.put(step.question(), question);
        all.tell("rfq-question-asked", Members.everybody(all, rfq));
    }

    void answer(Step.Answer step) {
        var question = all.questions.get(step.question());
        if (question == null) throw No.unknown();
        Rfq rfq = Model.seen(all, step.by(), question.rfq.name);
        if (!step.by().leads()) throw No.forbidden();
        if (!rfq.state.equals("OPEN") || all.now >= rfq.deadline || question.answered) throw No.illegal();
        question.answered = true;
        all.tell("rfq-question-answered", Members.everybody(all, rfq));
    }
}
