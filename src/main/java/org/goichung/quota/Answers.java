package org.goichung.quota;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.platform.problem.Problem;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Settled;
import org.jspecify.annotations.Nullable;

/** What an order is answered with: made of its outcome and of what never changes, so that a repeat gets the same bytes. */
final class Answers {
    private Answers() {}

    static QuotaAnswer of(Order order, Settled settled) {
        return switch (settled.outcome()) {
            case Outcome.Done done -> new QuotaAnswer(statusOf(done.kind()), view(order, done), settled.replayed());
            case Outcome.Refused refused ->
                new QuotaAnswer(
                        refused.type().status(),
                        Problem.of(Refusal.of(refused.type(), facts(refused)), settled.language(), null),
                        settled.replayed());
        };
    }

    private static int statusOf(Order.Kind kind) {
        return kind.endsHold() ? 200 : 201;
    }

    private static Object view(Order order, Outcome.Done done) {
        return switch (order) {
            case Order.Draw d -> new DrawView(done.subject(), done.poolId(), done.amount(), done.at());
            case Order.Return r -> new ReturnView(done.subject(), done.poolId(), done.amount(), done.at());
            case Order.Reserve r -> reservation(done, "pending");
            case Order.Post p -> reservation(done, "posted");
            case Order.Void v -> reservation(done, "voided");
            case Order.Propose propose -> transfer(propose.terms(), done, "proposed");
            case Order.Reply reply ->
                transfer(
                        reply.terms(),
                        done,
                        switch (reply.answer()) {
                            case ACCEPT -> "accepted";
                            case DECLINE -> "declined";
                            case WITHDRAW -> "withdrawn";
                        });
        };
    }

    private static ReservationView reservation(Outcome.Done done, String state) {
        return new ReservationView(
                done.subject(), done.poolId(), done.amount(), done.posted(), state, done.expiresAt(), done.at());
    }

    private static TransferView transfer(TransferTerms terms, Outcome.Done done, String state) {
        if (terms.to() == null) throw new IllegalStateException("a transfer without a receiver was done");
        UUID toPool = terms.to().poolId();
        @Nullable Instant expiresAt = done.expiresAt();
        return new TransferView(
                done.subject(),
                terms.from().enterpriseId(),
                terms.toEnterprise(),
                terms.from().poolId(),
                toPool,
                terms.agreementId(),
                terms.packageVersionId(),
                terms.period(),
                terms.unit(),
                done.amount(),
                state,
                expiresAt,
                done.at());
    }

    private static Map<String, Object> facts(Outcome.Refused refused) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("poolId", refused.poolId());
        facts.put("amount", refused.amount());
        facts.put("available", refused.available());
        if (refused.state() != null) facts.put("state", refused.state());
        return facts;
    }
}
