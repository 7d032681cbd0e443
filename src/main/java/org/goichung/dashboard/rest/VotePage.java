package org.goichung.dashboard.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.goichung.dashboard.VoteCard;
import org.goichung.dashboard.VoteCardService;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A vote by link. The secret stands in the link's fragment, which no browser sends and no log sees; the page's few lines of script hand
 * it on in a form's body, and without scripts it can be pasted. It stays in bodies from there on: no cookie, no address, no Referer.
 */
@Path("/vote")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VotePage {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final VoteCardService votes;

    public VotePage(VoteCardService votes) {
        this.votes = votes;
    }

    @CheckedTemplate(basePath = "vote")
    static class Templates {
        static native TemplateInstance open(boolean vi);

        static native TemplateInstance ask(VoteCard card, String secret, boolean vi);

        static native TemplateInstance done(String enterprise, boolean yes, boolean vi);

        static native TemplateInstance kind(String title, String detail, String mend, boolean vi);
    }

    @GET
    public Uni<Response> open(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        return page(200, Templates.open(isVietnamese(languages)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(
            @RestForm @Nullable String secret,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            HttpServerRequest client) {
        Language language = Language.of(languages);
        String sent = secret == null ? "" : secret;
        return Uni.createFrom()
                .deferred(() -> votes.card(sent, WorkerCodeResource.addressOf(client), language))
                .chain(card -> page(200, Templates.ask(card, sent, language == Language.VI)))
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> kind((Refusal) refusal, language));
    }

    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(
            @RestForm @Nullable String secret,
            @RestForm @Nullable String answer,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            HttpServerRequest client) {
        Language language = Language.of(languages);
        if (!"yes".equals(answer) && !"no".equals(answer)) return ask(secret, languages, client);
        boolean yes = "yes".equals(answer);
        return Uni.createFrom()
                .deferred(() -> votes.vote(secret == null ? "" : secret, yes, WorkerCodeResource.addressOf(client)))
                .chain(enterprise -> page(200, Templates.done(enterprise, yes, language == Language.VI)))
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> kind((Refusal) refusal, language));
    }

    private static boolean isVietnamese(@Nullable String languages) {
        return Language.of(languages) == Language.VI;
    }

    private static Uni<Response> kind(Refusal refusal, Language language) {
        var type = refusal.type();
        var facts = refusal.parameters();
        return page(
                        type.status(),
                        Templates.kind(
                                ProblemTexts.title(type, language),
                                ProblemTexts.detail(type, facts, language),
                                ProblemTexts.mend(type, facts, language),
                                language == Language.VI))
                .map(response -> refusal.retryAfter() == null
                        ? response
                        : Response.fromResponse(response)
                                .header("Retry-After", refusal.retryAfter().toSeconds())
                                .build());
    }

    private static Uni<Response> page(int status, TemplateInstance template) {
        return template.createUni().map(html -> Response.status(status)
                .entity(html)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .header("Content-Security-Policy", POLICY)
                .build());
    }
}
