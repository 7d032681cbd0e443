package org.goichung.dashboard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.catalog.CatalogService;
import org.goichung.dashboard.model.VoteWriter;
import org.goichung.negotiation.VoteInvitation;
import org.goichung.negotiation.VoteLinkService;
import org.goichung.platform.http.Language;
import org.goichung.platform.http.RateLimit;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.workforce.EnterpriseView;
import org.goichung.workforce.WorkforceService;

/** The page of a vote by link. Nobody guesses 256 bits, yet so many tries from one address are enough. */
@ApplicationScoped
public class VoteCardService {
    private static final Scope NAMES = Scope.system("vote-page");
    private static final int WINDOW_SECONDS = 600;

    private final VoteLinkService links;
    private final CatalogService catalog;
    private final WorkforceService workforce;
    private final RateLimit tries;

    public VoteCardService(
            VoteLinkService links,
            CatalogService catalog,
            WorkforceService workforce,
            @ConfigProperty(name = "goichung.vote-links.per-address", defaultValue = "300") int perAddress) {
        this.tries = new RateLimit(perAddress, WINDOW_SECONDS);
        this.links = links;
        this.catalog = catalog;
        this.workforce = workforce;
    }

    /** What stands behind the secret. */
    public Uni<VoteCard> card(String secret, String address, Language language) {
        tries.take(address);
        return links.look(secret).chain(invitation -> workforce
                .enterprise(NAMES, invitation.enterpriseId())
                .chain(enterprise -> named(invitation.lines())
                        .map(lines -> VoteWriter.card(invitation, enterprise.name(), lines, language))));
    }

    /** The name of the enterprise that was voted for. */
    public Uni<String> vote(String secret, boolean yes, String address) {
        tries.take(address);
        return links.vote(secret, yes)
                .chain(enterprise -> workforce.enterprise(NAMES, new EnterpriseId(enterprise)))
                .map(EnterpriseView::name);
    }

    private Uni<List<VoteWriter.Named>> named(List<VoteInvitation.Line> lines) {
        return Multi.createFrom()
                .iterable(lines)
                .onItem()
                .transformToUniAndConcatenate(line -> catalog.version(NAMES, line.packageVersionId())
                        .chain(version -> catalog.carrier(line.carrierId())
                                .map(carrier -> new VoteWriter.Named(line, version.name(), carrier.name()))))
                .collect()
                .asList();
    }
}
