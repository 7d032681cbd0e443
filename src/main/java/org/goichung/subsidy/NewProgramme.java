package org.goichung.subsidy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.http.Legible;
import org.jspecify.annotations.Nullable;

/**
 * A programme to add.
 *
 * @param shares in the order in which they are taken from the price; each payer once
 * @param restBorneBy who bears what the shares leave; none of the shares' payers
 * @param criteria names of criteria that must all hold
 * @param enterpriseIds whose people it is for; empty for everybody's
 * @param validUntil the last day; absent while it has no end
 */
public record NewProgramme(
        @NotBlank @Legible @Size(max = 200) String name,
        @NotNull @Size(max = 3) List<@Valid @NotNull Share> shares,
        @NotNull Payer restBorneBy,
        @Size(max = 20) List<@NotNull @Pattern(regexp = LINE) String> criteria,
        @Size(max = 1000) List<@NotNull UUID> enterpriseIds,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** A criterion's name, one with {@code !} before it that must not hold, or several with {@code |} of which one is enough. */
    private static final String LINE = "!?[A-Za-z][A-Za-z0-9_-]{0,79}( ?\\| ?!?[A-Za-z][A-Za-z0-9_-]{0,79}){0,9}";

    @SuppressWarnings("ConstantValue")
    public NewProgramme {
        criteria = criteria == null ? List.of() : criteria;
        enterpriseIds = enterpriseIds == null ? List.of() : enterpriseIds;
    }
}
