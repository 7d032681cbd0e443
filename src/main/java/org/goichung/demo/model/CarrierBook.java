package org.goichung.demo.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulated carrier offers on any lot. The packages are real ones of its price list; group prices and tiers are made up, within
 * the promotion ceilings.
 *
 * @param referencePriceVnd the package's public price
 * @param sharedBytesPerLine 0 for none
 */
public record CarrierBook(
        String packageCode,
        String subscriberKind,
        long referencePriceVnd,
        List<Tier> tiers,
        long capacity,
        long sharedBytesPerLine) {
    private static final Map<String, CarrierBook> BOOKS = Map.of(
            "VIETTEL",
            new CarrierBook(
                    "V90C",
                    "prepaid",
                    90_000,
                    List.of(new Tier(50, 80_000), new Tier(300, 77_000), new Tier(600, 74_000)),
                    20_000,
                    500_000_000),
            "VINAPHONE",
            new CarrierBook(
                    "BIG90", "prepaid", 90_000, List.of(new Tier(20, 80_000), new Tier(500, 78_000)), 10_000, 0),
            "MOBIFONE",
            new CarrierBook("MF99", "postpaid", 99_000, List.of(new Tier(50, 85_000), new Tier(800, 79_000)), 8_000, 0),
            "VIETNAMOBILE",
            new CarrierBook("D100", "postpaid", 100_000, List.of(new Tier(10, 88_000)), 800, 0));

    /** An all-units price from a volume on. */
    public record Tier(long fromLines, long priceVnd) {}

    /** The four carriers of the demo have one. */
    public static Optional<CarrierBook> of(String carrierCode) {
        return Optional.ofNullable(BOOKS.get(carrierCode));
    }

    public static boolean offersPackage(String packageCode) {
        return BOOKS.values().stream().anyMatch(book -> book.packageCode.equals(packageCode));
    }
}
