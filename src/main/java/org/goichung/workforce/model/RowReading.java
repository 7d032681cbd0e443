package org.goichung.workforce.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.goichung.platform.http.Legible;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.PlaceView;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a roster says: a person at work, or why not. All that is wrong with the line is told at once.
 *
 * @param row null where the line is bad
 */
public record RowReading(@Nullable RosterRow row, List<Finding> findings) {
    private static final int LONGEST_NAME = 120;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public RowReading {
        findings = List.copyOf(findings);
    }

    /** Whether a cell was put right or left out. */
    public boolean mended() {
        return row != null && !findings.isEmpty();
    }

    /** The same line, refused for what only the other lines or the database could tell. */
    public RowReading refused(RosterColumn column, String code) {
        var all = new ArrayList<>(findings);
        all.add(Finding.bad(column, code));
        return new RowReading(null, all);
    }

    public static RowReading of(RosterHeader header, List<String> cells, LocalDate today) {
        return new Reader(header, cells, today).read();
    }

    /** One line on its way through the columns. */
    private record Reader(RosterHeader header, List<String> cells, LocalDate today, List<Finding> findings) {

        Reader(RosterHeader header, List<String> cells, LocalDate today) {
            this(header, cells, today, new ArrayList<>());
        }

        RowReading read() {
            if (cells.stream().skip(header.width()).anyMatch(cell -> !cell.isBlank()))
                return new RowReading(null, List.of(new Finding(Finding.WHOLE_ROW, "too-many-cells", false)));
            var name = required(RosterColumn.FULL_NAME, Reader::name, "bad-name");
            var id = nationalId();
            var number = msisdn();
            var from = required(RosterColumn.EMPLOYED_FROM, Cells::date, "bad-date");
            var to = optional(RosterColumn.EMPLOYED_TO, Cells::date, "bad-date");
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))
                findings.add(Finding.bad(RosterColumn.EMPLOYED_TO, "ends-before-start"));
            var facts = facts();
            boolean bad = findings.stream().anyMatch(finding -> !finding.mended());
            if (bad || name.isEmpty() || id.isEmpty() || number.isEmpty() || from.isEmpty())
                return new RowReading(null, findings);
            return new RowReading(
                    new RosterRow(name.get(), id.get(), number.get(), from.get(), to.orElse(null), facts), findings);
        }

        private Facts facts() {
            return new Facts(
                    optional(RosterColumn.BIRTH_YEAR, text -> Cells.birthYear(text, today), "bad-year")
                            .orElse(null),
                    optional(RosterColumn.UNION_MEMBER, Cells::yesOrNo, "bad-yes-no")
                            .orElse(null),
                    optional(RosterColumn.MONTHLY_WAGE, Cells::vnd, "bad-amount")
                            .orElse(null),
                    optional(RosterColumn.MONTHLY_SPEND, Cells::vnd, "bad-amount")
                            .orElse(null),
                    optional(RosterColumn.MONTHLY_DATA, Cells::bytes, "bad-volume")
                            .orElse(null),
                    optional(RosterColumn.PHONE_KIND, Cells::phoneKind, "bad-phone-kind")
                            .orElse(null),
                    optional(RosterColumn.LAPSES, Cells::count, "bad-count").orElse(null),
                    optional(RosterColumn.CARRIER, Cells::carrier, "unknown-carrier")
                            .orElse(null),
                    place());
        }

        private static Optional<String> name(String text) {
            String name = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                    .replaceAll(" ");
            boolean fits = name.length() <= LONGEST_NAME
                    && name.codePoints().anyMatch(Character::isLetter)
                    && Legible.Check.holds(name, false);
            return fits ? Optional.of(name) : Optional.empty();
        }

        private Optional<NationalId> nationalId() {
            return required(
                    RosterColumn.NATIONAL_ID,
                    text -> NationalId.read(text)
                            .or(() -> mendZero(RosterColumn.NATIONAL_ID, text, 11, NationalId::read)),
                    "bad-national-id");
        }

        private Optional<Msisdn> msisdn() {
            return required(
                    RosterColumn.MSISDN,
                    text -> Msisdn.read(text).or(() -> mendZero(RosterColumn.MSISDN, text, 9, Msisdn::read)),
                    "bad-number");
        }

        /** A spreadsheet takes a leading 0 for nothing. */
        private <T> Optional<T> mendZero(
                RosterColumn column, String text, int digits, Function<String, Optional<T>> read) {
            String bare = text.replaceAll("[\\s.-]", "");
            if (!bare.matches("\\d{" + digits + "}")) return Optional.empty();
            Optional<T> value = read.apply("0" + bare);
            if (value.isPresent()) findings.add(Finding.mended(column, "leading-zero-restored"));
            return value;
        }

        /** A place is only a hint of where somebody lives: one that cannot be found is left out, and said so. */
        private @Nullable Place place() {
            String province = header.cell(cells, RosterColumn.PROVINCE);
            String commune = header.cell(cells, RosterColumn.COMMUNE);
            if (province.isEmpty()) {
                return commune.isEmpty() ? null : wholeAddress(commune);
            }
            Optional<String> code = Places.province(province);
            if (code.isEmpty()) {
                findings.add(Finding.mended(RosterColumn.PROVINCE, "unknown-province"));
                return null;
            }
            return new Place(code.get(), commune.isEmpty() ? null : commune(province, commune), Places.DATASET);
        }

        /** With the province behind the commune, as addresses have it. */
        private @Nullable Place wholeAddress(String written) {
            var settled = PlaceSearch.find(written, null).stream()
                    .filter(PlaceView::settled)
                    .findFirst();
            if (settled.isEmpty()) findings.add(Finding.mended(RosterColumn.COMMUNE, "commune-without-province"));
            return settled.map(place -> new Place(place.provinceCode(), place.communeCode(), Places.DATASET))
                    .orElse(null);
        }

        private @Nullable String commune(String province, String written) {
            PlaceSearch.Commune commune = PlaceSearch.commune(province, written);
            if (commune.settled().isEmpty()) {
                String code = commune.candidates().isEmpty() ? "unknown-place" : "which-place";
                findings.add(new Finding(RosterColumn.COMMUNE.header(), code, true, commune.candidates()));
            }
            return commune.settled().orElse(null);
        }

        private <T> Optional<T> required(RosterColumn column, Function<String, Optional<T>> read, String code) {
            if (header.cell(cells, column).isEmpty()) findings.add(Finding.bad(column, "missing"));
            return optional(column, read, code);
        }

        private <T> Optional<T> optional(RosterColumn column, Function<String, Optional<T>> read, String code) {
            String text = header.cell(cells, column);
            if (text.isEmpty()) return Optional.empty();
            Optional<T> value = read.apply(text);
            if (value.isEmpty()) findings.add(Finding.bad(column, Cells.lostDigits(text) ? "lost-digits" : code));
            return value;
        }
    }
}
