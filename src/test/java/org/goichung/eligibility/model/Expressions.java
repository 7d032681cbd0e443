package org.goichung.eligibility.model;

import java.util.List;
import java.util.Random;

/** Expressions that nobody wrote, of the kinds that people write. */
final class Expressions {
    private static final List<String> SEEDED = List.of(
            "worker.unionMember",
            "employment.active",
            "employment.active && employment.daysEmployed >= 180",
            "worker.monthlyWageVnd < 6000000",
            "worker.phoneKind == \"smartphone\"",
            "worker.phoneKind == \"feature\"",
            "worker.monthlyTelecomSpendVnd < 150000",
            "worker.lapsesLast90Days > 0",
            "worker.age > 40",
            "worker.provinceCode in [\"82\", \"86\", \"91\", \"92\", \"96\"]");
    /** Where people cannot be told apart by thresholds alone. */
    private static final List<String> AWKWARD = List.of(
            "worker.monthlyWageVnd * 2 < worker.monthlyTelecomSpendVnd * 60",
            "worker.birthYear + 40 < 2020 || worker.age == 33",
            "worker.provinceCode.startsWith('9') && worker.monthlyWageVnd >= 5000000",
            "today % 7 == 3 || employment.daysEmployed % 2 == 0",
            "[worker.age, worker.lapsesLast90Days].exists(n, n > 50)",
            "worker.unionMember ? worker.age < 30 : worker.age > 50",
            "1000000000000 / worker.lapsesLast90Days > 400000000000",
            "worker.carrier == worker.phoneKind || worker.carrier != 'VIETTEL'",
            "enterprise.id.endsWith('1') && !worker.unionMember",
            "has(worker.age) && worker.age != 40",
            "employment.since < day('2024-05-01') || today - employment.since == 30");

    private final Random random;

    Expressions(Random random) {
        this.random = random;
    }

    /** All that stand in the seed, the awkward ones, and so many more. */
    static List<String> all(Random random, int more) {
        var made = new java.util.ArrayList<>(SEEDED);
        made.addAll(AWKWARD);
        var expressions = new Expressions(random);
        for (int i = 0; i < more; i++) made.add(expressions.term(3));
        return made;
    }

    private String term(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) return comparison();
        return switch (random.nextInt(4)) {
            case 0 -> "(" + term(depth - 1) + " && " + term(depth - 1) + ")";
            case 1 -> "(" + term(depth - 1) + " || " + term(depth - 1) + ")";
            case 2 -> "!(" + term(depth - 1) + ")";
            default -> comparison();
        };
    }

    private String comparison() {
        return switch (random.nextInt(8)) {
            case 0 -> "worker.unionMember";
            case 1 -> "employment.active";
            case 2 -> "worker.age " + sign() + " " + (20 + random.nextInt(45));
            case 3 -> random.nextInt(40) * 10_000 + " " + sign() + " worker.monthlyTelecomSpendVnd";
            case 4 -> "worker.monthlyWageVnd " + sign() + " " + (30 + random.nextInt(120)) * 100_000;
            case 5 -> "employment.daysEmployed " + sign() + " " + random.nextInt(1_500);
            case 6 -> "worker.provinceCode in ['92', '" + (80 + random.nextInt(17)) + "']";
            default -> "worker.carrier " + (random.nextBoolean() ? "==" : "!=") + " 'VIETTEL'";
        };
    }

    private String sign() {
        return List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
    }
}
