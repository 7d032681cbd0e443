package org.goichung.platform.problem.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Where a problem's {@code type} leads: what happened and what to do, in both languages. */
@Path("/problems")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ProblemPages {

    /** A type as its page shows it; an ellipsis stands for what the problem itself names. */
    public record Entry(String slug, int status, String title, String detail, String mend) {
        static Entry of(ProblemType type, Language language) {
            return new Entry(
                    type.slug(),
                    type.status(),
                    ProblemTexts.title(type, language),
                    ProblemTexts.detail(type, Map.of(), language),
                    ProblemTexts.mend(type, Map.of(), language));
        }
    }

    @CheckedTemplate(basePath = "problems")
    static class Templates {
        static native TemplateInstance problem(Entry vi, Entry en, boolean viFirst);

        static native TemplateInstance problems(List<Entry> entries, String language);
    }

    @GET
    @ResponseHeader(name = "Vary", value = "Accept-Language")
    public TemplateInstance all(@HeaderParam("Accept-Language") @Nullable String accept) {
        Language language = Language.of(accept);
        return Templates.problems(
                Arrays.stream(ProblemType.values())
                        .map(type -> Entry.of(type, language))
                        .toList(),
                language.tag());
    }

    @GET
    @Path("{slug}")
    @ResponseHeader(name = "Vary", value = "Accept-Language")
    public TemplateInstance one(
            @PathParam("slug") String slug, @HeaderParam("Accept-Language") @Nullable String accept) {
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Templates.problem(
                Entry.of(type, Language.VI), Entry.of(type, Language.EN), Language.of(accept) == Language.VI);
    }
}
