package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A package as it is sold today.
 *
 * @param current its newest version; that version's number is the package's own version for {@code If-Match}
 * @param versions all versions, newest first, where one package was asked for
 */
public record PackageView(
        UUID id,
        CarrierId carrierId,
        String carrierCode,
        String code,
        PackageVersionView current,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PackageVersionView> versions) {

    static PackageView of(PackageVersionView current) {
        return new PackageView(
                current.packageId(), current.carrierId(), current.carrierCode(), current.code(), current, null);
    }

    static PackageView of(List<PackageVersionView> newestFirst) {
        PackageVersionView current = newestFirst.getFirst();
        return new PackageView(
                current.packageId(), current.carrierId(), current.carrierCode(), current.code(), current, newestFirst);
    }

    /** The version of the aggregate, for the ETag. */
    public long etag() {
        return current.version();
    }
}
