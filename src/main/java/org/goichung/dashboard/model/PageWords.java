package org.goichung.dashboard.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.platform.problem.ProblemType;
import org.goichung.workforce.PhoneKind;
import org.jspecify.annotations.Nullable;

/** What a package gives, and what goes wrong at the worker's door, a sentence each. */
public final class PageWords {
    private static final long HOUR_MINUTES = 60;

    private PageWords() {}

    /** What went wrong, without a word of how it works inside; empty for what has no words of its own here. */
    public static Optional<String> refusal(ProblemType type, @Nullable Duration wait, Said said) {
        if (type == ProblemType.TOO_MANY_REQUESTS && wait != null) {
            long minutes = wait.toMinutes() + 1;
            return Optional.of(said.tooOften(minutes > HOUR_MINUTES - 5 ? said.aboutAnHour() : said.minutes(minutes)));
        }
        return switch (type) {
            case BAD_NUMBER -> Optional.of(said.badNumber());
            case UNAVAILABLE -> Optional.of(said.busy());
            case WRONG_CODE -> Optional.of(said.wrongCode());
            default -> Optional.empty();
        };
    }

    /** What a package gives. */
    public static List<String> gives(Allowance allowance, int cycleDays, SaidOfPackages said) {
        return gives(allowance, cycleDays, true, said);
    }

    /** @param data whether it is of use to the person */
    static List<String> gives(Allowance allowance, int cycleDays, boolean data, SaidOfPackages said) {
        var sentences = data ? data(allowance, cycleDays, said) : new ArrayList<String>();
        if (allowance.minutesAny() > 0) sentences.add(said.minutesToAny(allowance.minutesAny()));
        if (allowance.minutesOnNet() > 0) sentences.add(said.minutesOnNet(allowance.minutesOnNet()));
        if (allowance.sms() > 0) sentences.add(said.messages(allowance.sms()));
        if (data && !allowance.zeroRatedApps().isEmpty())
            sentences.add(said.uncounted(String.join(", ", allowance.zeroRatedApps())));
        return sentences;
    }

    /** What somebody has to have or be for it; what they may have taken for granted. */
    static List<String> needs(PackageVersionView version, @Nullable PhoneKind phone, SaidOfPackages said) {
        var sentences = new ArrayList<String>();
        boolean data = version.allowance().dataBytesPerCycle() > 0;
        if (data && phone == null) sentences.add(said.needsSmartphone());
        if (data && phone == PhoneKind.FEATURE) sentences.add(said.keypadCannot());
        if (version.kind() != SubscriberKind.PREPAID) sentences.add(said.postpaidOnly());
        return sentences;
    }

    private static List<String> data(Allowance allowance, int cycleDays, SaidOfPackages said) {
        var sentences = new ArrayList<String>();
        Long perDay = allowance.dataBytesPerDay();
        if (perDay != null && cycleDays > 1) sentences.add(said.dataEachDay(said.data(perDay)));
        else if (allowance.dataBytesPerCycle() > 0)
            sentences.add(said.dataFor(said.data(allowance.dataBytesPerCycle()), cycleDays));
        if (allowance.dataBytesPerCycle() > 0)
            after(allowance.afterAllowance(), said).ifPresent(sentences::add);
        return sentences;
    }

    private static Optional<String> after(AfterAllowance after, SaidOfPackages said) {
        return switch (after) {
            case AfterAllowance.Stop stop -> Optional.of(said.stops());
            case AfterAllowance.Throttle slow -> Optional.of(said.slows());
            case AfterAllowance.PerBlock block -> Optional.of(said.costsBeyond());
            case AfterAllowance.Unstated unknown -> Optional.empty();
        };
    }
}
