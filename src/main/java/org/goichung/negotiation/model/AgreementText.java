package org.goichung.negotiation.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.OfferTerms;
import org.jspecify.annotations.Nullable;

/**
 * The one text of an agreement's terms that its digest is of: a line for each fact, in this order, each ended by a line feed. Whoever
 * has the same facts has the same text; docs/agreements.md says how to make it.
 */
public record AgreementText(String value) {
    private static final String FORM = "goichung-agreement/1";
    private static final String NONE = "-";

    public static AgreementText of(AgreementWhole whole) {
        var agreement = whole.agreement();
        var terms = whole.terms();
        var facts = Stream.of(
                FORM,
                "agreement=" + agreement.id(),
                "revision=" + whole.revision(),
                "rfq=" + agreement.rfqId(),
                "offer=" + agreement.offerId(),
                "lead=" + agreement.leadBodyId(),
                "carrier=" + agreement.carrierId(),
                "lot=" + Json.write(agreement.lot()),
                "from=" + agreement.fromDate(),
                "until=" + agreement.untilDate(),
                "graceDays=" + agreement.graceDays(),
                "rollOver=" + agreement.rollOver().wireName(),
                "legalBasis=" + terms.legalBasis().wireName(),
                "referencePriceVnd=" + terms.referencePriceVnd(),
                "subscriberKind=" + terms.subscriberKind().name().toLowerCase(Locale.ROOT),
                "sharedBytesPerLine=" + orNone(terms.sharedBytesPerLine()));
        return new AgreementText(
                Stream.of(facts, own(terms), lines(whole.allocations()), amendments(whole.amendments()))
                        .flatMap(Function.identity())
                        .map(fact -> fact + "\n")
                        .collect(Collectors.joining()));
    }

    /** What stands in few agreements has no line in the others. */
    private static Stream<String> own(OfferTerms terms) {
        var own = new ArrayList<String>();
        if (terms.customPackage() != null) own.add("package=" + Json.write(terms.customPackage()));
        if (terms.conditions() != null) own.add("conditions=" + Json.write(terms.conditions()));
        return own.stream();
    }

    private static Stream<String> lines(List<Allocation> allocations) {
        return allocations.stream()
                .sorted(Comparator.comparing(
                                (Allocation each) -> each.enterpriseId().toString())
                        .thenComparing(each -> each.packageVersionId().toString()))
                .map(each -> String.join(
                        " ",
                        "allocation=" + each.enterpriseId(),
                        each.packageVersionId().toString(),
                        Long.toString(each.linesPerMonth()),
                        orNone(each.sharedBytesPerMonth()),
                        orNone(each.fundVndPerMonth()),
                        Long.toString(each.priceVnd())));
    }

    private static Stream<String> amendments(List<AgreementAmendment> amendments) {
        return amendments.stream()
                .map(each -> String.join(
                        " ",
                        "amendment=" + each.id(),
                        each.from().toString(),
                        each.to().toString(),
                        each.packageVersionId().toString(),
                        Long.toString(each.linesPerMonth()),
                        orNone(each.sharedBytesPerMonth()),
                        orNone(each.fundVndPerMonth()),
                        each.fromMonth().toString(),
                        each.untilMonth().toString()));
    }

    private static String orNone(@Nullable Long value) {
        return value == null ? NONE : Long.toString(value);
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
