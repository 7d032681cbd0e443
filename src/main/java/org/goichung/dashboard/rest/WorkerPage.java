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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;
import org.goichung.dashboard.DemoInbox;
import org.goichung.dashboard.WorkerAccessService;
import org.goichung.dashboard.WorkerAnswerService;
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
        static native TemplateInstance number(String typed, @Nullable String wrong);

        static native TemplateInstance code(String number, @Nullable String demoCode, @Nullable String wrong);

        static native TemplateInstance answer(WorkerAnswer answer);
    }

    @GET
    public Uni<Response> start() {
        return page(200, Templates.number("", null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> send(@RestForm @Nullable String msisdn, HttpServerRequest client) {
        return number(msisdn)
                .chain(number -> access.sendCode(number, WorkerCodeResource.addressOf(client))
                        .chain(() -> page(200, codeForm(number, null))))
                .onFailure(Refusal.class)
                .recoverWithUni(refused(why -> numberForm(msisdn, why)));
    }

    /** Who reloads the answer begins again: a code counts once. */
    @GET
    @Path("/answer")
    public Uni<Response> again() {
        return start();
    }

    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(
            @RestForm @Nullable String msisdn, @RestForm @Nullable String code, HttpServerRequest client) {
        return number(msisdn)
                .chain(number -> access.prove(number, digits(code), WorkerCodeResource.addressOf(client))
                        .chain(answers::answer)
                        .chain(answer -> page(200, Templates.answer(answer)))
                        .onFailure(Refusal.class)
                        .recoverWithUni(refused(why -> codeForm(number, why))))
                .onFailure(Refusal.class)
                .recoverWithUni(refused(why -> numberForm(msisdn, why)));
    }

    /** With what was typed, to be mended rather than typed again. */
    private static TemplateInstance numberForm(@Nullable String typed, String wrong) {
        return Templates.number(typed == null ? "" : typed, wrong);
    }

    private TemplateInstance codeForm(Msisdn number, @Nullable String wrong) {
        return Templates.code(
                Words.number(number.local()), demo.lastCodeFor(number.e164()).orElse(null), wrong);
    }

    private static Uni<Msisdn> number(@Nullable String typed) {
        return Uni.createFrom().item(() -> Msisdn.parse(typed == null ? "" : typed));
    }

    /** People type a code as they read it: with spaces. */
    private static String digits(@Nullable String code) {
        return code == null ? "" : code.replaceAll("\\D", "");
    }

    private static Function<Refusal, Uni<? extends Response>> refused(Function<String, TemplateInstance> form) {
        return refusal -> {
            Duration wait = refusal.retryAfter();
            return page(refusal.type().status(), form.apply(words(refusal)))
                    .map(response -> wait == null
                            ? response
                            : Response.fromResponse(response)
                                    .header("Retry-After", wait.toSeconds())
                                    .build());
        };
    }

    private static String words(Refusal refusal) {
        return Words.refusal(refusal.type(), refusal.retryAfter())
                .orElseGet(() -> ProblemTexts.detail(refusal.type(), refusal.parameters(), Language.VI) + " "
                        + ProblemTexts.mend(refusal.type(), refusal.parameters(), Language.VI));
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
