package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.catalog.CatalogService;
import org.goichung.dashboard.model.PaperWriter;
import org.goichung.negotiation.AgreementDocument;
import org.goichung.negotiation.AgreementDocumentService;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.union.UnionBodyView;
import org.goichung.union.UnionService;
import org.goichung.workforce.EnterpriseView;
import org.goichung.workforce.PlacesService;
import org.goichung.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;

/** An agreement's paper: what the negotiation knows of it, with the names of all who stand in it. */
@ApplicationScoped
public class AgreementPaperService {
    /** A party reads the names of the others on the paper, however far it reaches itself. */
    private static final Scope NAMES = Scope.system("agreement-paper");

    private final AgreementDocumentService documents;
    private final CatalogService catalog;
    private final UnionService unions;
    private final WorkforceService workforce;
    private final PlacesService places;

    public AgreementPaperService(
            AgreementDocumentService documents,
            CatalogService catalog,
            UnionService unions,
            WorkforceService workforce,
            PlacesService places) {
        this.documents = documents;
        this.catalog = catalog;
        this.unions = unions;
        this.workforce = workforce;
        this.places = places;
    }

    /** The latest revision or an earlier one; 404 for whoever is no party to it. */
    public Uni<AgreementPaper> paper(Scope scope, UUID agreementId, @Nullable Integer revision) {
        return documents.document(scope, agreementId, revision).chain(this::paper);
    }

    private Uni<AgreementPaper> paper(AgreementDocument document) {
        return catalog.version(NAMES, document.terms().versionId())
                .chain(version -> names(document).map(names -> PaperWriter.paper(document, version, names)));
    }

    private Uni<PaperWriter.Names> names(AgreementDocument document) {
        return workforce
                .enterprises(NAMES, enterprisesOf(document))
                .map(found -> found.stream().collect(Collectors.toMap(EnterpriseView::id, this::named)))
                .chain(enterprises -> unions.bodies(NAMES, bodiesOf(document))
                        .map(found -> found.stream().collect(Collectors.toMap(UnionBodyView::id, UnionBodyView::name)))
                        .chain(bodies -> catalog.carrier(document.carrierId())
                                .map(carrier -> new PaperWriter.Names(enterprises, bodies, carrier.name()))));
    }

    private static List<EnterpriseId> enterprisesOf(AgreementDocument document) {
        return Stream.concat(
                        document.members().stream().map(AgreementDocument.Member::enterpriseId),
                        document.amendments().stream().flatMap(each -> Stream.of(each.from(), each.to())))
                .distinct()
                .toList();
    }

    private static List<UnionBodyId> bodiesOf(AgreementDocument document) {
        return Stream.concat(
                        Stream.of(document.leadBodyId()),
                        document.members().stream()
                                .map(member -> member.mandate().from()))
                .distinct()
                .toList();
    }

    private PaperWriter.Named named(EnterpriseView enterprise) {
        String province = enterprise.provinceCode();
        String place = province == null ? "" : places.nameOf(province, enterprise.communeCode());
        String park = enterprise.park();
        return new PaperWriter.Named(
                enterprise.name(),
                enterprise.taxCode().value(),
                park == null ? place : place.isEmpty() ? park : park + ", " + place);
    }
}
