package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerFacts;

/** Facts of people who do not exist. */
public final class People {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String[] CARRIERS = {"VIETTEL", "VINAPHONE", "MOBIFONE", null};

    private People() {}

    /** Nothing is known but who it is. */
    public static WorkerFacts blank() {
        return new WorkerFacts(
                new WorkerId(UUID.randomUUID()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                1);
    }

    public static WorkerFacts spending(Long spendVnd, Long dataBytes, String carrier) {
        return new WorkerFacts(
                new WorkerId(UUID.randomUUID()),
                bytes(1),
                bytes(2),
                new EnterpriseId(new UUID(1, 1)),
                1990,
                true,
                7_000_000L,
                spendVnd,
                PhoneKind.SMARTPHONE,
                carrier,
                false,
                "92",
                null,
                TODAY.minusDays(400),
                null,
                0,
                dataBytes,
                null,
                false,
                1);
    }

    /** The same with a package by an enrolment. */
    public static WorkerFacts enrolled(WorkerFacts row, EnrolledPackage what) {
        return changed(row, row.msisdnIndex(), row.phoneKind(), what);
    }

    public static WorkerFacts withPhone(WorkerFacts row, PhoneKind kind) {
        return changed(row, row.msisdnIndex(), kind, row.enrolled());
    }

    public static WorkerFacts withNumber(WorkerFacts row, byte[] msisdnIndex) {
        return changed(row, msisdnIndex, row.phoneKind(), row.enrolled());
    }

    private static WorkerFacts changed(WorkerFacts row, byte[] msisdnIndex, PhoneKind phone, EnrolledPackage enrolled) {
        return new WorkerFacts(
                row.workerId(),
                msisdnIndex,
                row.nationalIdIndex(),
                row.enterpriseId(),
                row.birthYear(),
                row.unionMember(),
                row.monthlyWageVnd(),
                row.monthlyTelecomSpendVnd(),
                phone,
                row.carrierCode(),
                row.carrierIsGuess(),
                row.provinceCode(),
                row.communeCode(),
                row.employedFrom(),
                row.employedTo(),
                row.lapsesLast90Days(),
                row.monthlyDataBytes(),
                enrolled,
                row.erased(),
                row.version());
    }

    public static WorkerFacts random(Random random, UUID id, int enterprises, long version) {
        LocalDate from = random.nextInt(8) == 0 ? null : TODAY.minusDays(random.nextInt(3_000) - 30);
        return new WorkerFacts(
                new WorkerId(id),
                bytes(random.nextLong()),
                bytes(random.nextLong()),
                from == null ? null : new EnterpriseId(new UUID(7, random.nextInt(enterprises))),
                maybe(random, 1955 + random.nextInt(52)),
                maybe(random, random.nextBoolean()),
                maybe(random, 3_000_000L + random.nextInt(120) * 100_000L),
                maybe(random, random.nextInt(40) * 10_000L),
                maybe(random, random.nextBoolean() ? PhoneKind.SMARTPHONE : PhoneKind.FEATURE),
                CARRIERS[random.nextInt(CARRIERS.length)],
                random.nextBoolean(),
                maybe(random, String.valueOf(80 + random.nextInt(17))),
                null,
                from,
                from == null || random.nextInt(4) > 0 ? null : from.plusDays(random.nextInt(3_000)),
                maybe(random, random.nextInt(4)),
                maybe(random, random.nextInt(60) * 1_000_000_000L),
                null,
                false,
                version);
    }

    /** Somebody who is to be forgotten. */
    public static WorkerFacts erased(UUID id, long version) {
        return new WorkerFacts(
                new WorkerId(id),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                version);
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static byte[] bytes(long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
