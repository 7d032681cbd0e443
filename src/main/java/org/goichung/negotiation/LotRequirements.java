package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lot asks of an offer; for whom is its criteria's, which stay as the demand was counted by them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LotRequirements(
        @NotBlank @Size(max = 80) String name,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long minDataBytesPerDay,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long minDataBytesPerCycle,
        @Positive @Max(1_000_000) @Nullable Long minMinutesPerCycle,
        @Size(max = 63) @Nullable List<@NotBlank String> provinces,
        @NotNull YearMonth startMonth,
        @Positive @Max(36) int months) {

    public static LotRequirements of(Lot lot) {
        return new LotRequirements(
                lot.name(),
                lot.minDataBytesPerDay(),
                lot.minDataBytesPerCycle(),
                lot.minMinutesPerCycle(),
                lot.provinces(),
                lot.startMonth(),
                lot.months());
    }

    List<String> provinceCodes() {
        return provinces == null ? List.of() : provinces;
    }

    /** The same lot, asking for this. */
    public Lot appliedTo(Lot lot) {
        return new Lot(
                lot.name(),
                lot.criteria(),
                minDataBytesPerDay,
                minDataBytesPerCycle,
                minMinutesPerCycle,
                provinces,
                startMonth,
                months);
    }
}
