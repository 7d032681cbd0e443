package org.goichung.dashboard.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a carrier without a machine hands in its offers. The page itself knows nothing: its script asks the same doors as a machine
 * would, with a token that is kept in the page and nowhere else.
 */
@Path("/carrier")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class CarrierPage {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @CheckedTemplate(basePath = "carrier")
    static class Templates {
        static native TemplateInstance offers(boolean vi);
    }

    @GET
    public Uni<Response> offers(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        return Templates.offers(Language.of(languages) == Language.VI)
                .createUni()
                .map(html -> Response.ok(html)
                        .header("Cache-Control", "no-store")
                        .header("Vary", "Accept-Language")
                        .header("Content-Security-Policy", POLICY)
                        .build());
    }
}
