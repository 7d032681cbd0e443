package org.goichung.workforce.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.goichung.platform.identity.Roles;
import org.goichung.workforce.PlaceView;
import org.goichung.workforce.PlacesService;
import org.jspecify.annotations.Nullable;

/** Provinces and communes, by their names of today and of before the merger. */
@Path("/v1/places")
public class PlaceResource {
    private final PlacesService places;

    public PlaceResource(PlacesService places) {
        this.places = places;
    }

    /** What a search found, best first. */
    public record Found(List<PlaceView> items) {}

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
    public Found find(
            @QueryParam("q") @Nullable @Size(max = 100) String name,
            @QueryParam("province") @Nullable @Size(min = 1, max = 60) String province) {
        return new Found(name == null || name.isBlank() ? List.of() : places.find(name, province));
    }
}
