package org.goichung.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an agreement's document, as far as the reader may see it.
 *
 * @param digest of the whole agreement, whoever reads it
 * @param until the last day, inclusive
 * @param enterprises all that the agreement is for
 * @param linesPerMonth of all of them together
 * @param fundVndPerMonth of all of them together; null where no fund adds anything
 * @param members those that the reader may see, with what was first agreed
 * @param amendments those up to the revision that the reader may see
 */
public record AgreementDocument(
        UUID id,
        int revision,
        String digest,
        String state,
        String title,
        Instant ratifiedAt,
        LocalDate from,
        LocalDate until,
        int graceDays,
        RollOver rollOver,
        UnionBodyId leadBodyId,
        CarrierId carrierId,
        Lot lot,
        OfferTerms terms,
        int enterprises,
        long linesPerMonth,
        @Nullable Long fundVndPerMonth,
        List<Member> members,
        List<Amended> amendments) {

    /** An amendment that was accepted on some day. */
    public record Amended(
            int revision,
            Instant acceptedAt,
            EnterpriseId from,
            EnterpriseId to,
            long linesPerMonth,
            @Nullable Long fundVndPerMonth,
            YearMonth fromMonth,
            YearMonth untilMonth) {}

    /**
     * An enterprise of the agreement.
     *
     * @param mandate that its union gave the leading body
     * @param vote on the award that became the agreement
     */
    public record Member(
            EnterpriseId enterpriseId,
            Mandated mandate,
            @Nullable Voted vote,
            List<Allocation> allocations) {}

    /**
     * @param from the enterprise's union, which gave it
     * @param counted null for a reader who may not see how the members voted
     */
    public record Mandated(
            UnionBodyId from,
            Instant givenAt,
            LocalDate validUntil,
            @Nullable Counted counted) {}

    /** @param counted null where the committee resolved without a ballot, and for a reader who may not see it */
    public record Voted(Instant castAt, @Nullable Counted counted) {}

    /** A counted ballot. */
    public record Counted(int voters, int yes, int no) {}

    /** True where all members stand in it. */
    public boolean whole() {
        return members.size() == enterprises;
    }
}
