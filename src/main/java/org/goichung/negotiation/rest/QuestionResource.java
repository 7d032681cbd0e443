package org.goichung.negotiation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.negotiation.NewAnswer;
import org.goichung.negotiation.NewQuestion;
import org.goichung.negotiation.QuestionService;
import org.goichung.negotiation.QuestionView;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Questions on an RFQ and their answers, over HTTP. */
@Path("/v1/rfqs/{rfqId}/questions")
public class QuestionResource {
    private final QuestionService questions;
    private final Once once;
    private final CurrentScope scope;

    public QuestionResource(QuestionService questions, Once once, CurrentScope scope) {
        this.questions = questions;
        this.once = once;
        this.scope = scope;
    }

    @POST
    @RolesAllowed(Roles.CARRIER)
    public Uni<Response> ask(@PathParam("rfqId") UUID rfqId, @Valid @NotNull NewQuestion asked) {
        return once.answer(() -> questions
                .ask(scope.get(), rfqId, asked)
                .map(question -> Answer.created("/v1/rfqs/" + rfqId + "/questions", question)));
    }

    @GET
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Page<QuestionView>> list(
            @PathParam("rfqId") UUID rfqId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return questions.list(scope.get(), rfqId, PageRequest.of(after, limit, rfqId));
    }

    @POST
    @Path("/{questionId}/answer")
    @RolesAllowed(Roles.UNION_OFFICER)
    public Uni<Response> answer(
            @PathParam("rfqId") UUID rfqId, @PathParam("questionId") UUID id, @Valid @NotNull NewAnswer given) {
        return once.answer(() -> questions.answer(scope.get(), rfqId, id, given).map(Answer::ok));
    }
}
