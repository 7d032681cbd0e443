package org.goichung.demo.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the demo's workers: the same people on every run, their ages and days relative to the day of the load. The spread is meant
 * to be honest: spend centred near 100,000 VND a month, many over 40, feature phones among them, people who ran dry, and cells that
 * nobody filled in. Citizen ids and numbers have the right form and belong to nobody we know of.
 */
public final class Generator {
    /** Stands for the seed's Ms Chưa: over 40, at an enterprise in Trà Nóc. */
    public static final String MS_CHUA = "Lê Thị Chưa";
    /** Stands for the seed's Ms Hồng: 47, around 100,000 VND a month, off line when the money is gone. */
    public static final String MS_HONG = "Ông Thư Hồng";

    public static final String MS_CHUA_AT = "tra-noc-1a";
    public static final String MS_HONG_AT = "tan-phu-thanh-a";

    private static final long PEOPLE = 20_230_928;
    /** Prefixes of the carriers' blocks, as often as their subscribers are met. */
    private static final List<String> PREFIXES = List.of(
            "097", "098", "096", "086", "039", "038", "037", "036", "035", "034", "033", "091", "094", "088", "085",
            "083", "081", "090", "093", "0896", "079", "070", "092", "056", "0995");

    private final LocalDate today;
    private final RandomGenerator random = new SplittableRandom(PEOPLE);
    private final Set<String> numbers = new HashSet<>();
    private int people;

    private Generator(LocalDate today) {
        this.today = today;
    }

    /** An enterprise with its roster. */
    public record Staff(DemoEnterprise enterprise, List<DemoWorker> workers) {}

    public static List<Staff> staffs(LocalDate today) {
        var generator = new Generator(today);
        return DemoEnterprise.all().stream().map(generator::staff).toList();
    }

    private Staff staff(DemoEnterprise enterprise) {
        var workers = new ArrayList<DemoWorker>(enterprise.workers());
        if (enterprise.key().equals(MS_CHUA_AT)) workers.add(msChua());
        if (enterprise.key().equals(MS_HONG_AT)) workers.add(msHong());
        while (workers.size() < enterprise.workers()) workers.add(someone(enterprise));
        return new Staff(enterprise, List.copyOf(workers));
    }

    private DemoWorker msChua() {
        int born = today.getYear() - 43;
        return new DemoWorker(
                MS_CHUA,
                nationalId("092", true, born),
                number("091"),
                born,
                today.minusYears(9),
                null,
                true,
                6_100_000L,
                70_000L,
                true,
                "Phường Ô Môn",
                "Cần Thơ",
                "VinaPhone",
                900L,
                1);
    }

    private DemoWorker msHong() {
        int born = today.getYear() - 47;
        return new DemoWorker(
                MS_HONG,
                nationalId("093", true, born),
                number("097"),
                born,
                today.minusYears(6),
                null,
                true,
                5_800_000L,
                100_000L,
                true,
                "Xã Thạnh Xuân",
                "Hậu Giang",
                "Viettel",
                6_500L,
                2);
    }

    private DemoWorker someone(DemoEnterprise at) {
        boolean woman = random.nextInt(100) < 62;
        int age = (int) between(18, random.nextGaussian(38.5, 10), 60);
        int born = today.getYear() - age;
        boolean smart = random.nextInt(100) >= (age > 45 ? 38 : 9);
        long spend = smart ? spend(104_000, 33_000) : spend(52_000, 18_000);
        String number = number(Names.one(random, PREFIXES));
        LocalDate from = today.minusDays(random.nextLong(20, 365L * Math.clamp(age - 17, 1, 15)));
        boolean left = random.nextInt(100) < 2;
        return new DemoWorker(
                Names.any(random, woman),
                nationalId(Names.one(random, at.formerProvinces()), woman, born),
                number,
                known(94, born),
                from,
                left ? today.minusDays(random.nextLong(1, 19)) : null,
                known(94, random.nextInt(100) < 84),
                known(90, wage(age)),
                known(91, spend),
                known(95, smart),
                known(92, Names.one(random, at.communes())),
                at.federation().province(),
                null,
                known(55, smart ? dataMegabytes(spend) : 0L),
                known(80, lapses(spend)));
    }

    private long spend(double centre, double width) {
        return Math.round(between(15_000, random.nextGaussian(centre, width), 300_000) / 1_000) * 1_000;
    }

    private long wage(int age) {
        double centre = 6_400_000 + 45_000L * (age - 18);
        return Math.round(between(4_200_000, random.nextGaussian(centre, 1_200_000), 16_000_000) / 10_000) * 10_000;
    }

    private long dataMegabytes(long spendVnd) {
        return Math.round(between(0, random.nextGaussian(spendVnd / 20.0, 2_000), 40_000) / 100) * 100;
    }

    /** How often somebody was off line in the last 90 days: oftener where little is spent. */
    private int lapses(long spendVnd) {
        return (int) between(0, random.nextGaussian(spendVnd < 80_000 ? 1.6 : 0.6, 1.1), 5);
    }

    private <T> @Nullable T known(int percent, T value) {
        return random.nextInt(100) < percent ? value : null;
    }

    private static double between(double least, double value, double most) {
        return Math.clamp(value, least, most);
    }

    /** 3 of the province, 1 of century and sex, 2 of the birth year, and a running number that leaps. */
    private String nationalId(String province, boolean woman, int born) {
        int century = (born >= 2000 ? 2 : 0) + (woman ? 1 : 0);
        long running = (people++ * 7_919L + 104_729) % 1_000_000;
        return "%s%d%02d%06d".formatted(province, century, born % 100, running);
    }

    private String number(String prefix) {
        String number;
        do {
            number = prefix + "%08d".formatted(random.nextInt(100_000_000)).substring(prefix.length() - 2);
        } while (!numbers.add(number));
        return number;
    }
}
