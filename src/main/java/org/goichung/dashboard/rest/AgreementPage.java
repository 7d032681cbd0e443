package org.goichung.dashboard.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.goichung.dashboard.AgreementPaper;
import org.goichung.dashboard.AgreementPaperService;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/** An agreement's document: one file with everything in it, to be read, kept, printed and signed. */
@Path("/v1/agreements/{agreementId}/document")
public class AgreementPage {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    /** Its style stands in it, so that it looks the same from a file; nothing else is loaded or run. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final AgreementPaperService papers;
    private final CurrentScope scope;

    public AgreementPage(AgreementPaperService papers, CurrentScope scope) {
        this.papers = papers;
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "agreement")
    static class Templates {
        static native TemplateInstance document(AgreementPaper paper);
    }

    @GET
    @Produces(HTML)
    @RolesAllowed({Roles.UNION_OFFICER, Roles.CARRIER, Roles.AUDITOR})
    public Uni<Response> document(
            @PathParam("agreementId") UUID id, @QueryParam("revision") @Nullable Integer revision) {
        return papers.paper(scope.get(), id, revision)
                .chain(paper -> Templates.document(paper).createUni())
                .map(html -> Response.ok(html)
                        .type(HTML)
                        .header("Cache-Control", "private, no-store")
                        .header("Content-Security-Policy", POLICY)
                        .build());
    }
}
