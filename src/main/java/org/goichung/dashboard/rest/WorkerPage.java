package org.goichung.dashboard.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.goichung.dashboard.DemoInbox;
import org.goichung.dashboard.WorkerAccessService;
import org.goichung.dashboard.WorkerAnswerService;
import org.goichung.dashboard.model.PageWords;
import org.goichung.dashboard.model.Said;
import org.goichung.dashboard.model.Words;
import org.goichung.dashboard.model.WorkerAnswer;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.Msisdn;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The worker's page: a number, a code, the answer. One field at a time, no scripts, nothing kept on the phone; the number travels in
 * bodies only.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WorkerPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final WorkerAccessService access;
    private final WorkerAnswerService answers;
    private final DemoInbox demo;

    public WorkerPage(WorkerAccessService access, WorkerAnswerService answers, DemoInbox demo) {
        this.access = access;
        this.answers = answers;
        this.demo = demo;
    }

    @CheckedTemplate(basePath = "worker")
    static class Templates {
        static native TemplateInstance number(String typed, @Nullable String wrong, Said said, List<Said> others);

        static native TemplateInstance code(
                String number, @Nullable String demoCode, @Nullable String wrong, Said said);

        static native TemplateInstance answer(WorkerAnswer answer, Said said);
    }

    @GET
    public Uni<Response> start(@QueryParam("lang") @Nullable String lang, HttpServerRequest client) {
        return page(200, numberForm("", null, language(lang, client)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> send(
            @RestForm @Nullable String msisdn, @RestForm @Nullable String lang, HttpServerRequest client) {
        Language language = language(lang, client);
        return number(msisdn)
                .chain(number -> access.sendCode(number, WorkerCodeResource.addressOf(client))
                        .chain(() -> page(200, codeForm(number, null, language))))
                .onFailure(Refusal.class)
                .recoverWithUni(refused(language, why -> numberForm(msisdn, why, language)));
    }

    /** Who reloads the answer begins again: a code counts once. */
    @GET
    @Path("/answer")
    public Uni<Response> again(@QueryParam("lang") @Nullable String lang, HttpServerRequest client) {
        return start(lang, client);
    }

    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(
            @RestForm @Nullable String msisdn,
            @RestForm @Nullable String code,
            @RestForm @Nullable String lang,
            HttpServerRequest client) {
        Language language = language(lang, client);
        return number(msisdn)
                .chain(number -> access.prove(number, digits(code), WorkerCodeResource.addressOf(client))
                        .chain(worker -> answers.answer(worker, language))
                        .chain(answer -> page(200, Templates.answer(answer, Said.in(language))))
                        .onFailure(Refusal.class)
                        .recoverWithUni(refused(language, why -> codeForm(number, why, language))))
                .onFailure(Refusal.class)
                .recoverWithUni(refused(language, why -> numberForm(msisdn, why, language)));
    }

    private static Language language(@Nullable String chosen, HttpServerRequest client) {
        return Said.language(chosen, client.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** With what was typed, to be mended rather than typed again. */
    private static TemplateInstance numberForm(@Nullable String typed, @Nullable String wrong, Language language) {
        List<Said> others = Arrays.stream(Language.values())
                .filter(other -> other != language)
                .map(Said::in)
                .toList();
        return Templates.number(typed == null ? "" : typed, wrong, Said.in(language), others);
    }

    private TemplateInstance codeForm(Msisdn number, @Nullable String wrong, Language language) {
        return Templates.code(
                Words.number(number.local()), demo.lastCodeFor(number.e164()).orElse(null), wrong, Said.in(language));
    }

    private static Uni<Msisdn> number(@Nullable String typed) {
        return Uni.createFrom().item(() -> Msisdn.parse(typed == null ? "" : typed));
    }

    /** People type a code as they read it: with spaces. */
    private static String digits(@Nullable String code) {
        return code == null ? "" : code.replaceAll("\\D", "");
    }

    private static Function<Refusal, Uni<? extends Response>> refused(
            Language language, Function<String, TemplateInstance> form) {
        return refusal -> {
            Duration wait = refusal.retryAfter();
            return page(refusal.type().status(), form.apply(words(refusal, language)))
                    .map(response -> wait == null
                            ? response
                            : Response.fromResponse(response)
                                    .header("Retry-After", wait.toSeconds())
                                    .build());
        };
    }

    /** What has no words of its own here is told in Vietnamese to who reads Khmer. */
    private static String words(Refusal refusal, Language language) {
        Language known = language == Language.KM ? Language.VI : language;
        return PageWords.refusal(refusal.type(), refusal.retryAfter(), Said.in(language))
                .orElseGet(() -> ProblemTexts.detail(refusal.type(), refusal.parameters(), known) + " "
                        + ProblemTexts.mend(refusal.type(), refusal.parameters(), known));
    }

    private static Uni<Response> page(int status, TemplateInstance template) {
        return template.createUni().map(html -> Response.status(status)
                .entity(html)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .build());
    }
}
