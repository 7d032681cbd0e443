package org.goichung.eligibility.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.PackageVersionView;
import org.goichung.subsidy.ProgrammeView;
import org.jspecify.annotations.Nullable;

/**
 * A package as a person could get it: off the shelf, or by their enterprise's agreement, with or without a programme.
 *
 * @param priceVnd of one cycle
 * @param coPayVnd what the worker bears of it
 */
public record Candidate(
        PackageVersionView version,
        @Nullable UUID agreementId,
        @Nullable ProgrammeView programme,
        long priceVnd,
        long coPayVnd) {

    public static Candidate offTheShelf(PackageVersionView version) {
        return new Candidate(version, null, null, version.priceVnd(), version.priceVnd());
    }

    /** The package's criteria, then the programme's; all must hold. */
    public List<String> criteria() {
        return programme == null ? version.criteria() : joined(version, programme.criteria());
    }

    /** The package's criteria, then those of a programme, each once. */
    public static List<String> joined(PackageVersionView version, List<String> ofProgramme) {
        Set<String> both = new LinkedHashSet<>(version.criteria());
        both.addAll(ofProgramme);
        return List.copyOf(both);
    }

    @Nullable
    UUID programmeId() {
        return programme == null ? null : programme.id();
    }
}
