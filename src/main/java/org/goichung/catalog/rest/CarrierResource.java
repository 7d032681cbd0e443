package org.goichung.catalog.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.platform.http.Legible;
import org.goichung.platform.idempotency.Answer;
import org.goichung.platform.idempotency.Once;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.paging.Page;

/** The carriers: a short list that comes whole. */
@Path("/v1/carriers")
public class CarrierResource {
    private final CatalogService catalog;
    private final CurrentScope scope;
    private final Once once;

    public CarrierResource(CatalogService catalog, CurrentScope scope, Once once) {
        this.catalog = catalog;
        this.scope = scope;
        this.once = once;
    }

    @GET
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.STEWARD,
        Roles.EMPLOYER,
        Roles.CARRIER,
        Roles.WORKER,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public Uni<Page<CarrierView>> list() {
        return catalog.carriers().map(carriers -> new Page<>(carriers, null));
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> add(@Valid @NotNull NewCarrier carrier) {
        return once.answer(() -> catalog.addCarrier(scope.get(), carrier.code(), carrier.name(), carrier.shortCode())
                .map(view -> Answer.created("/v1/carriers/" + view.id(), view)));
    }

    /** A carrier to add. */
    public record NewCarrier(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,29}")
            String code,

            @NotBlank @Legible @Size(max = 200) String name,
            @NotNull @Pattern(regexp = "\\d{2,8}") String shortCode) {}
}
