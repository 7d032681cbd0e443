package org.goichung.negotiation.model;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.NewAgreementAmendment;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What an agreement gives each of its members, month by month, with the amendments that stand. */
public final class Shares {
    private final OfferTerms terms;
    private final List<Allocation> agreed;
    private final List<AgreementAmendment> amendments;

    Shares(OfferTerms terms, List<Allocation> agreed, List<AgreementAmendment> amendments) {
        this.terms = terms;
        this.agreed = agreed;
        this.amendments = amendments;
    }

    /** Each member's share of a month. */
    public List<Allocation> in(YearMonth month) {
        return agreed.stream().map(allocation -> in(month, allocation)).toList();
    }

    private Allocation in(YearMonth month, Allocation allocation) {
        Allocation share = allocation;
        for (AgreementAmendment amendment : amendments)
            if (amendment.covers(month) && amendment.packageVersionId().equals(share.packageVersionId())) {
                if (amendment.to().equals(share.enterpriseId())) share = with(share, amendment, 1);
                if (amendment.from().equals(share.enterpriseId())) share = with(share, amendment, -1);
            }
        return share;
    }

    private static Allocation with(Allocation share, AgreementAmendment amendment, int sign) {
        return new Allocation(
                share.enterpriseId(),
                share.packageVersionId(),
                share.linesPerMonth() + sign * amendment.linesPerMonth(),
                sum(share.sharedBytesPerMonth(), amendment.sharedBytesPerMonth(), sign),
                sum(share.fundVndPerMonth(), amendment.fundVndPerMonth(), sign),
                share.priceVnd());
    }

    private static @Nullable Long sum(@Nullable Long held, @Nullable Long moved, int sign) {
        if (moved == null) return held;
        long left = Math.addExact(held == null ? 0 : held, sign * moved);
        return left == 0 ? null : left;
    }

    /** The giver's share as it was agreed; refused where the two are not two members of the agreement. */
    public Allocation requireMembers(NewAgreementAmendment wanted) {
        if (wanted.fromEnterpriseId().equals(wanted.toEnterpriseId())) throw invalid("/toEnterpriseId", "to-oneself");
        requireMember(wanted.toEnterpriseId(), "/toEnterpriseId");
        return requireMember(wanted.fromEnterpriseId(), "/fromEnterpriseId");
    }

    private Allocation requireMember(EnterpriseId enterprise, String pointer) {
        return agreed.stream()
                .filter(allocation -> allocation.enterpriseId().equals(enterprise))
                .findFirst()
                .orElseThrow(() -> invalid(pointer, "no-member-of-agreement"));
    }

    /** In each of its months the giver keeps a line and no debt, and both go on paying what they pay: so the agreement's sums stay. */
    public void requireRoomFor(AgreementAmendment amendment) {
        for (YearMonth month = amendment.fromMonth();
                !month.isAfter(amendment.untilMonth());
                month = month.plusMonths(1)) {
            var shares = in(month);
            Allocation giver = of(shares, amendment.from());
            Allocation receiver = of(shares, amendment.to());
            if (giver.linesPerMonth() <= amendment.linesPerMonth()) throw invalid("/linesPerMonth", "keeps-no-line");
            Long fund = amendment.fundVndPerMonth();
            if (fund != null && (giver.fundVndPerMonth() == null || giver.fundVndPerMonth() < fund))
                throw invalid("/fundVndPerMonth", "more-than-its-fund");
            if (giver.priceVnd() != receiver.priceVnd()
                    || !staysAtItsPrice(giver, -amendment.linesPerMonth())
                    || !staysAtItsPrice(receiver, amendment.linesPerMonth()))
                throw invalid("/linesPerMonth", "changes-the-price");
        }
    }

    private boolean staysAtItsPrice(Allocation share, long more) {
        return terms.sumsMembers()
                || terms.priceAt(share.linesPerMonth() + more).equals(OptionalLong.of(share.priceVnd()));
    }

    private static Allocation of(List<Allocation> shares, EnterpriseId enterprise) {
        return shares.stream()
                .filter(share -> share.enterpriseId().equals(enterprise))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal invalid(String pointer, String code) {
        return Refusal.field(ProblemType.AMENDMENT_INVALID, pointer, code);
    }
}
