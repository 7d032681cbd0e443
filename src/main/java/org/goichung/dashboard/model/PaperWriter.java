package org.goichung.dashboard.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.dashboard.AgreementPaper;
import org.goichung.negotiation.AgreementDocument;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.time.Clock;
import org.jspecify.annotations.Nullable;

/** Puts an agreement's document into the words of a paper that people sign. */
public final class PaperWriter {
    private static final Pattern FOUR = Pattern.compile("(?<=\\G.{4})");
    private static final String NUMBERS_OF_AN_ID = "-";
    private static final int NUMBER_LETTERS = 8;

    private PaperWriter() {}

    /** An enterprise as it stands in the register. */
    public record Named(String name, String taxCode, String place) {}

    /** Who is who on the paper. */
    public record Names(Map<EnterpriseId, Named> enterprises, Map<UnionBodyId, String> bodies, String carrier) {
        Named of(EnterpriseId enterprise) {
            return enterprises.getOrDefault(enterprise, new Named(enterprise.toString(), "", ""));
        }

        String of(UnionBodyId body) {
            return bodies.getOrDefault(body, body.toString());
        }
    }

    public static AgreementPaper paper(AgreementDocument document, PackageVersionView version, Names names) {
        var members = new ArrayList<AgreementPaper.Member>();
        for (AgreementDocument.Member member : document.members())
            for (Allocation allocation : member.allocations())
                members.add(member(members.size() + 1, member, allocation, names));
        return new AgreementPaper(
                number(document.id()),
                document.revision(),
                document.title(),
                standing(document),
                day(document.ratifiedAt()),
                names.of(document.leadBodyId()),
                names.carrier(),
                members,
                others(document),
                what(document, version),
                totals(document),
                document.amendments().stream()
                        .map(each -> amendment(each, names))
                        .toList(),
                prices(document),
                terms(document),
                law(document.terms()),
                ending(document),
                List.of(FOUR.split(document.digest())));
    }

    private static AgreementPaper.Member member(
            int row, AgreementDocument.Member member, Allocation allocation, Names names) {
        Named named = names.of(member.enterpriseId());
        Long fund = allocation.fundVndPerMonth();
        return new AgreementPaper.Member(
                row,
                named.name(),
                named.taxCode(),
                named.place(),
                names.of(member.mandate().from()),
                mandate(member.mandate()),
                vote(member.vote()),
                Words.count(allocation.linesPerMonth()),
                Words.vnd(allocation.priceVnd()),
                Words.vnd(Math.multiplyExact(allocation.linesPerMonth(), allocation.priceVnd())),
                fund == null ? null : Words.vnd(fund));
    }

    private static String mandate(AgreementDocument.Mandated mandate) {
        return "Uỷ quyền ngày " + date(mandate.givenAt()) + ", có giá trị đến hết " + date(mandate.validUntil())
                + counted(mandate.counted());
    }

    private static String vote(AgreementDocument.@Nullable Voted vote) {
        return vote == null ? "" : "Biểu quyết thông qua ngày " + date(vote.castAt()) + counted(vote.counted());
    }

    private static String counted(AgreementDocument.@Nullable Counted ballot) {
        return ballot == null
                ? "."
                : " (" + Words.count(ballot.yes()) + " thuận, " + Words.count(ballot.no()) + " không, trên "
                        + Words.count(ballot.voters()) + " đoàn viên).";
    }

    private static @Nullable String others(AgreementDocument document) {
        int others = document.enterprises() - document.members().size();
        if (others == 0) return null;
        long shown = document.members().stream()
                .flatMap(member -> member.allocations().stream())
                .mapToLong(Allocation::linesPerMonth)
                .reduce(0, Math::addExact);
        return "Bản này chỉ ghi phần của đơn vị mình. Thoả thuận còn gồm " + others + " doanh nghiệp khác, cùng nhau "
                + Words.count(document.linesPerMonth() - shown) + " lượt gói mỗi tháng; bản đầy đủ do bên A giữ.";
    }

    private static AgreementPaper.Package what(AgreementDocument document, PackageVersionView version) {
        var gives = new ArrayList<>(
                PageWords.gives(version.allowance(), version.cycleDays(), SaidOfPackagesInVietnamese.SAID));
        Long shared = document.terms().sharedBytesPerLine();
        if (shared != null)
            gives.add("Dùng chung trong doanh nghiệp: mỗi lượt gói góp thêm " + Words.data(shared) + " mỗi tháng.");
        return new AgreementPaper.Package(
                document.lot().name(),
                (version.name().equals(version.code())
                                ? version.name()
                                : version.name() + " (mã " + version.code() + ")")
                        + ", chu kỳ " + version.cycleDays() + " ngày, thuê bao "
                        + (document.terms().subscriberKind() == SubscriberKind.PREPAID ? "trả trước" : "trả sau"),
                gives);
    }

    private static AgreementPaper.Totals totals(AgreementDocument document) {
        Long fund = document.fundVndPerMonth();
        return new AgreementPaper.Totals(
                Words.count(document.enterprises()),
                Words.count(document.linesPerMonth()),
                document.whole() ? Words.vnd(cost(document)) : "",
                fund == null ? null : Words.vnd(fund));
    }

    private static long cost(AgreementDocument document) {
        return document.members().stream()
                .flatMap(member -> member.allocations().stream())
                .mapToLong(each -> Math.multiplyExact(each.linesPerMonth(), each.priceVnd()))
                .reduce(0, Math::addExact);
    }

    /** The offer's steps; the one that all shown members pay by is named. */
    private static List<String> prices(AgreementDocument document) {
        OfferTerms terms = document.terms();
        String volume = terms.sumsMembers() ? "cả liên minh cộng lại" : "mỗi doanh nghiệp tính riêng";
        Set<Long> paid = document.members().stream()
                .flatMap(member -> member.allocations().stream())
                .map(Allocation::priceVnd)
                .collect(Collectors.toSet());
        return terms.tiers().stream()
                .map(tier -> "Từ " + Words.count(tier.fromLines()) + " lượt gói mỗi tháng (" + volume + "): "
                        + Words.vnd(tier.priceVnd()) + " một lượt"
                        + (paid.equals(Set.of(tier.priceVnd())) ? " – mức áp dụng cho thoả thuận này." : "."))
                .toList();
    }

    private static String amendment(AgreementDocument.Amended each, Names names) {
        Long fund = each.fundVndPerMonth();
        return "Lần " + (each.revision() - 1) + ", ngày " + date(each.acceptedAt()) + ": "
                + names.of(each.from()).name() + " chuyển cho "
                + names.of(each.to()).name() + " "
                + Words.count(each.linesPerMonth()) + " lượt gói"
                + (fund == null ? "" : " và " + Words.vnd(fund) + " quỹ hỗ trợ") + " mỗi tháng, từ tháng "
                + month(each.fromMonth()) + " đến hết tháng " + month(each.untilMonth()) + ".";
    }

    private static String month(YearMonth month) {
        return String.format(Locale.ROOT, "%02d/%d", month.getMonthValue(), month.getYear());
    }

    private static List<String> terms(AgreementDocument document) {
        return List.of(
                "Có hiệu lực từ ngày " + date(document.from()) + " đến hết ngày " + date(document.until()) + " ("
                        + document.lot().months() + " tháng).",
                document.graceDays() == 0
                        ? "Hạn mức của tháng chốt ngay khi hết tháng."
                        : "Sau khi hết tháng, nhà mạng còn " + document.graceDays()
                                + " ngày để báo số liệu của tháng đó; sau đó hạn mức của tháng được chốt.",
                switch (document.rollOver()) {
                    case NONE -> "Phần chưa dùng hết trong tháng không chuyển sang tháng sau.";
                    case ONE_PERIOD -> "Phần chưa dùng hết được chuyển sang tháng kế tiếp một lần.";
                    case UNTIL_END -> "Phần chưa dùng hết được chuyển dần sang các tháng sau, đến hết thoả thuận.";
                });
    }

    private static List<String> law(OfferTerms terms) {
        String reference = (terms.customPackage() == null
                        ? "Giá công bố để đối chiếu: "
                        : "Gói làm riêng cho thoả thuận này, không bán lẻ; giá nhà mạng nêu để đối chiếu: ")
                + Words.vnd(terms.referencePriceVnd()) + " một lượt gói.";
        var law = new ArrayList<>(List.of(
                switch (terms.legalBasis()) {
                    case PROMOTION ->
                        "Căn cứ: chương trình khuyến mại của nhà mạng, trong hạn mức khuyến mại mà pháp luật viễn thông cho phép.";
                    case OWN_TARIFF -> "Căn cứ: giá cước do chính nhà mạng ban hành cho gói này.";
                    case THIRD_PARTY -> "Căn cứ: phần chênh lệch so với giá công bố do bên thứ ba chi trả.";
                },
                reference));
        if (terms.conditions() != null)
            law.add("Điều kiện nhà mạng nêu trong bản chào: "
                    + terms.conditions().strip());
        return law;
    }

    private static List<String> ending(AgreementDocument document) {
        return List.of(
                "Thoả thuận tự kết thúc khi hết ngày " + date(document.until()) + ".",
                "Bên A có thể tạm dừng, cho tiếp tục hoặc chấm dứt thoả thuận trước hạn; việc đó có hiệu lực ngay khi được ghi nhận và các bên được báo.",
                "Khi tạm dừng hoặc kết thúc, không cấp thêm lượt gói mới; số liệu đã phát sinh vẫn được ghi và quyết toán.");
    }

    private static String standing(AgreementDocument document) {
        return switch (document.state()) {
            case "ratified" -> "Đã được các đơn vị thông qua, chưa đến ngày hiệu lực.";
            case "in-force" -> "Đang có hiệu lực.";
            case "suspended" -> "Đang tạm dừng.";
            case "expired" -> "Đã hết hạn.";
            default -> "Đã chấm dứt trước hạn.";
        };
    }

    private static String number(UUID id) {
        String letters = id.toString().replace(NUMBERS_OF_AN_ID, "").toUpperCase(Locale.ROOT);
        return letters.substring(letters.length() - NUMBER_LETTERS) + "/TT-GC";
    }

    private static String day(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Clock.VIETNAM);
        return "ngày " + day.getDayOfMonth() + " tháng " + day.getMonthValue() + " năm " + day.getYear();
    }

    private static String date(Instant at) {
        return date(LocalDate.ofInstant(at, Clock.VIETNAM));
    }

    private static String date(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
