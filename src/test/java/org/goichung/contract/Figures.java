package org.goichung.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.goichung.contract.Needles.Needle;

/** Figures that stand nowhere else, and what finds them again. */
final class Figures {
    private final Random random;
    private final Instant good;
    final Needles needles = new Needles();
    final List<Needle> values = new ArrayList<>();

    /** @param good until when every offer is good at least */
    Figures(long seed, Instant good) {
        random = new Random(seed);
        this.good = good;
    }

    String word() {
        return Long.toString(random.nextLong() >>> 1, 36);
    }

    /** Terms whose every figure is nobody else's. */
    Map<String, Object> terms(String owner, String what, String packageVersion) {
        long high = 600_000_000L + random.nextInt(300_000_000);
        long low = 200_000_000L + random.nextInt(300_000_000);
        know(owner, what + ": price", Long.toString(high));
        know(owner, what + ": lower price", Long.toString(low));
        Instant validUntil = good.plus(random.nextInt(80_000), ChronoUnit.SECONDS)
                .plus(100_000 + random.nextInt(900_000), ChronoUnit.MICROS);
        know(owner, what + ": valid until", validUntil.toString().substring(11).replaceAll("0*Z$", ""));
        Map<String, Object> terms = new HashMap<>(Map.of(
                "lot",
                Story.LOT,
                "packageVersionId",
                packageVersion,
                "tiers",
                List.of(
                        Map.of("fromLines", 1, "priceVnd", high),
                        Map.of("fromLines", 10_000_000 + random.nextInt(80_000_000), "priceVnd", low)),
                "sumsMembers",
                random.nextBoolean(),
                "capacity",
                number(owner, what + ": capacity", 9),
                "validUntil",
                validUntil.toString(),
                "legalBasis",
                "own-tariff",
                "referencePriceVnd",
                number(owner, what + ": reference price", 8),
                "subscriberKind",
                "prepaid",
                "sharedBytesPerLine",
                number(owner, what + ": shared bytes", 12)));
        return terms;
    }

    /** The same offer, under conditions; a last offer may not add any. */
    Map<String, Object> underConditions(String owner, String what, Map<String, Object> terms) {
        terms.put("conditions", "Không dưới " + number(owner, what + ": conditions", 9) + " lượt.");
        return terms;
    }

    /** The same offer, of a package made for the RFQ. */
    Map<String, Object> ofItsOwn(String owner, String what, Map<String, Object> terms) {
        terms.remove("packageVersionId");
        var allowance = new HashMap<String, Object>(Map.of(
                "dataBytesPerCycle",
                number(owner, what + ": data", 12),
                "dayParts",
                List.of(),
                "afterAllowance",
                Map.of("kind", "stop"),
                "minutesOnNet",
                0,
                "minutesAny",
                0,
                "sms",
                0,
                "zeroRatedApps",
                List.of(),
                "renewal",
                "none"));
        terms.put(
                "customPackage",
                Map.of(
                        "code",
                        "GOI-RIENG",
                        "name",
                        "Gói " + number(owner, what + ": package", 9),
                        "cycle",
                        Map.of("unit", "day", "length", 30),
                        "allowance",
                        allowance));
        return terms;
    }

    /** The fields of an offer that {@link #terms} lays down or that say nothing alone. */
    static Set<String> fields() {
        return Set.of(
                "lot",
                "packageVersionId",
                "customPackage",
                "conditions",
                "tiers",
                "sumsMembers",
                "capacity",
                "validUntil",
                "legalBasis",
                "referencePriceVnd",
                "subscriberKind",
                "sharedBytesPerLine",
                "provinces");
    }

    long number(String owner, String what, int digits) {
        long least = (long) Math.pow(10, digits - 1);
        long number = least + (long) (random.nextDouble() * 8 * least);
        know(owner, what, Long.toString(number));
        return number;
    }

    void know(String owner, String what, String value) {
        var needle = new Needle(owner, what, value);
        values.add(needle);
        needles.add(needle);
    }
}
