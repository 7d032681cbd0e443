package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.http.Language;

/** A criterion's version, ready to be asked. */
public record Criterion(String name, int version, Rule rule, Sentences vi, Sentences en) {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * What stands for one before its first day.
     *
     * @param open leaves everybody open
     */
    public static Criterion from(LocalDate firstDay, String name, Rule open) {
        String vi = "Điều kiện này áp dụng từ ngày %02d/%02d/%d."
                .formatted(firstDay.getDayOfMonth(), firstDay.getMonthValue(), firstDay.getYear());
        String en = "This condition holds from " + ENGLISH_DAY.format(firstDay) + ".";
        return new Criterion(name, 0, open, new Sentences(vi, vi, vi), new Sentences(en, en, en));
    }

    public String sentence(Verdict verdict, Language language) {
        return switch (language) {
            case VI -> vi.of(verdict);
            case EN -> en.of(verdict);
        };
    }
}
