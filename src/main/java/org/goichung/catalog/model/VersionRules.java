package org.goichung.catalog.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.NewVersion;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What must hold between the fields of a version, beyond what each field alone may be. */
public final class VersionRules {
    private final String base;
    private final List<FieldError> errors = new ArrayList<>();

    private VersionRules(String base) {
        this.base = base;
    }

    /**
     * Refuses a version whose parts contradict each other, naming every one that does.
     *
     * @param base JSON pointer of the version within the request; empty where the request is the version
     */
    public static void require(NewVersion version, String base, LocalDate today) {
        var rules = new VersionRules(base);
        rules.allowance("/allowance", version.allowance());
        rules.source(version, today);
        rules.refuse();
    }

    /** The same of an allowance alone. */
    public static void require(Allowance allowance, String pointer) {
        var rules = new VersionRules(pointer);
        rules.allowance("", allowance);
        rules.refuse();
    }

    private void refuse() {
        if (!errors.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), errors);
    }

    private void allowance(String at, Allowance allowance) {
        if (allowance.empty()) wrong(at, "gives-nothing");
        Long perDay = allowance.dataBytesPerDay();
        if (perDay != null && perDay > allowance.dataBytesPerCycle())
            wrong(at + "/dataBytesPerDay", "more-than-the-cycle");
        long ofCycle = allowance.dataBytesPerCycle();
        long ofDay = perDay == null ? ofCycle : perDay;
        for (int i = 0; i < allowance.dayParts().size(); i++) {
            DayPart part = allowance.dayParts().get(i);
            String pointer = at + "/dayParts/" + i;
            if (part.from().equals(part.until())) wrong(pointer + "/until", "empty-interval");
            switch (part.per()) {
                case CYCLE -> ofCycle -= part.dataBytes();
                case DAY -> ofDay -= part.dataBytes();
            }
            if (ofCycle < 0 || ofDay < 0) wrong(pointer + "/dataBytes", "more-than-the-whole");
        }
    }

    private void source(NewVersion version, LocalDate today) {
        if (version.registerSms() != null && version.shortCode() == null) wrong("/shortCode", "needed-for-sms");
        LocalDate verifiedOn = version.verifiedOn();
        if (verifiedOn != null && verifiedOn.isAfter(today)) wrong("/verifiedOn", "in-the-future");
        try {
            if (firstDayOf(version.validAsOf()).isAfter(today)) wrong("/validAsOf", "in-the-future");
        } catch (DateTimeException noSuchDay) {
            wrong("/validAsOf", "not-a-date");
        }
    }

    private static LocalDate firstDayOf(String yearOrDate) {
        return LocalDate.parse(yearOrDate.length() == 4 ? yearOrDate + "-01-01" : yearOrDate);
    }

    private void wrong(String pointer, String code) {
        errors.add(FieldError.of(base + pointer, code));
    }
}
