package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.store.RosterFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final String HEADER =
            "Họ và tên*|CCCD*|Số điện thoại*|Năm sinh|Ngày vào làm*|Ngày nghỉ|Đoàn viên|Lương|Cước/tháng|Loại máy|Xã/Phường|Tỉnh";
    private static final String GOOD =
            "Nguyễn Thị Hồng|093179001234|0912 345 678|1979|01/03/2019||Có|5.500.000|100.000 đ|thông minh|Phường Ninh Kiều|Cần Thơ";

    @TempDir
    Path folder;

    @Test
    void a_whole_row_is_read() {
        RowReading reading = read(GOOD);
        assertThat(reading.findings()).isEmpty();
        RosterRow row = reading.row();
        assertThat(row).isNotNull();
        assertThat(row.fullName()).isEqualTo("Nguyễn Thị Hồng");
        assertThat(row.msisdn().e164()).isEqualTo("+84912345678");
        assertThat(row.employedFrom()).isEqualTo("2019-03-01");
        assertThat(row.employedTo()).isNull();
        assertThat(row.facts().birthYear()).isEqualTo(1979);
        assertThat(row.facts().monthlyWageVnd()).isEqualTo(5_500_000);
        assertThat(row.facts().monthlyTelecomSpendVnd()).isEqualTo(100_000);
        assertThat(row.facts().phoneKind()).isEqualTo(PhoneKind.SMARTPHONE);
        assertThat(row.facts().place()).isNotNull();
        assertThat(row.facts().place().communeCode()).isNotNull();
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "Họ và tên ~ `` ~ missing",
                "Họ và tên ~ 12345 ~ bad-name",
                "Họ và tên ~ Tr\u202eần ~ bad-name",
                "CCCD ~ `` ~ missing",
                "CCCD ~ 9.2E+10 ~ lost-digits",
                "CCCD ~ 9,21850012E+10 ~ lost-digits",
                "CCCD ~ 361234567 ~ bad-national-id",
                "CCCD ~ 093979001234 ~ bad-national-id",
                "CCCD ~ 999179001234 ~ bad-national-id",
                "Số điện thoại ~ `` ~ missing",
                "Số điện thoại ~ 9.1E+10 ~ lost-digits",
                "Số điện thoại ~ 9.12E+08 ~ lost-digits",
                "Số điện thoại ~ 02923812345 ~ bad-number",
                "Số điện thoại ~ không có ~ bad-number",
                "Năm sinh ~ 79 ~ bad-year",
                "Năm sinh ~ 2025 ~ bad-year",
                "Năm sinh ~ 1850 ~ bad-year",
                "Ngày vào làm ~ `` ~ missing",
                "Ngày vào làm ~ 31/02/2020 ~ bad-date",
                "Ngày vào làm ~ 2020 ~ bad-date",
                "Ngày vào làm ~ 01/03/19 ~ bad-date",
                "Ngày vào làm ~ 43525 ~ bad-date",
                "Ngày nghỉ ~ 01/01/2018 ~ ends-before-start",
                "Đoàn viên ~ có lẽ ~ bad-yes-no",
                "Lương ~ 5.5 triệu ~ bad-amount",
                "Lương ~ -5000000 ~ bad-amount",
                "Lương ~ 5.50 ~ bad-amount",
                "Lương ~ 5.500,000 ~ bad-amount",
                "Lương ~ 5.5E+6 ~ lost-digits",
                "Lương ~ 99999999999999999999 ~ bad-amount",
                "Loại máy ~ màu đỏ ~ bad-phone-kind",
            })
    void a_bad_cell_is_told_by_its_column_and_code(String column, String cell, String code) {
        RowReading reading = read(with(column, cell));
        assertThat(reading.row()).isNull();
        assertThat(reading.findings()).containsExactly(new Finding(column, code, false));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "CCCD ~ '093179001234",
                "CCCD ~ `=\"093179001234\"`",
                "CCCD ~ 093 179 001 234",
                "Số điện thoại ~ +84912345678",
                "Số điện thoại ~ 84912345678",
                "Số điện thoại ~ 0912.345.678",
                "Số điện thoại ~ '0912345678",
                "Năm sinh ~ 12/05/1979",
                "Ngày vào làm ~ 2019-03-01",
                "Ngày vào làm ~ 1/3/2019",
                "Ngày vào làm ~ 01-03-2019",
                "Ngày vào làm ~ 2019-03-01 00:00:00",
                "Đoàn viên ~ X",
                "Đoàn viên ~ KHÔNG",
                "Lương ~ 5,500,000 đ",
                "Lương ~ 5500000",
                "Lương ~ 5500000.00",
                "Lương ~ 5.500.000,00 VNĐ",
                "Loại máy ~ Điện thoại phổ thông",
                "Loại máy ~ SMARTPHONE",
                "Tỉnh ~ TP Cần Thơ",
                "Năm sinh ~ ``",
                "Lương ~ ``",
            })
    void what_people_write_is_understood_without_a_word(String column, String cell) {
        RowReading reading = read(with(column, cell));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.row()).isNotNull();
    }

    @Test
    void a_leading_zero_that_a_spreadsheet_took_is_put_back_and_told() {
        RowReading reading = read(GOOD.replace("093179001234", "93179001234").replace("0912 345 678", "912345678"));
        assertThat(reading.findings())
                .containsExactly(
                        new Finding("CCCD", "leading-zero-restored", true),
                        new Finding("Số điện thoại", "leading-zero-restored", true));
        assertThat(reading.mended()).isTrue();
        assertThat(reading.row().nationalId().digits()).isEqualTo("093179001234");
        assertThat(reading.row().msisdn().e164()).isEqualTo("+84912345678");
    }

    @Test
    void a_place_that_is_not_found_is_left_out_and_told() {
        RowReading reading = read(GOOD.replace("Phường Ninh Kiều", "Phường Không Có"));
        assertThat(reading.findings()).containsExactly(new Finding("Xã/Phường", "unknown-place", true));
        assertThat(reading.row().facts().place()).isEqualTo(new Place("92", null, Places.DATASET));
        reading = read(GOOD.replace("Cần Thơ", "Atlantis"));
        assertThat(reading.findings()).containsExactly(new Finding("Tỉnh", "unknown-province", true));
        assertThat(reading.row().facts().place()).isNull();
    }

    @Test
    void a_place_that_may_be_several_is_left_out_and_its_candidates_are_named() {
        String row = GOOD.replace("Phường Ninh Kiều|Cần Thơ", "Phường 01|T. Sóc Trăng");
        assertThat(read(row).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("which-place");
            assertThat(finding.mended()).isTrue();
            assertThat(finding.candidates()).hasSizeGreaterThan(1);
        });
        assertThat(read(row).row().facts().place()).isEqualTo(new Place("92", null, Places.DATASET));
    }

    @ParameterizedTest
    @CsvSource({
        "Phường Tân An, Cần Thơ, 2",
        "'Thạnh An, Vĩnh Thạnh', Cần Thơ, 2",
        "'Phường Long Bình, Biên Hòa', Đồng Nai, 1",
    })
    void a_commune_that_may_be_another_one_is_left_out(String commune, String province, int candidates) {
        String row = GOOD.replace("Phường Ninh Kiều|Cần Thơ", commune + "|" + province);
        assertThat(read(row).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("which-place");
            assertThat(finding.candidates()).hasSize(candidates);
        });
        assertThat(read(row).row().facts().place().communeCode()).isNull();
    }

    @Test
    void all_that_is_wrong_with_a_row_is_told_at_once() {
        RowReading reading = read("|9.2E+10|12|x|y|z|??|u|v|w||");
        assertThat(reading.findings()).hasSize(10).allMatch(finding -> !finding.mended());
    }

    @Test
    void every_code_has_its_sentence_in_both_languages() {
        Set<String> codes = new HashSet<>(Set.of(
                "repeated-person",
                "repeated-number",
                "number-of-another-person",
                "broken-csv",
                "too-many-rows",
                "interrupted",
                "unavailable",
                "too-many-cells",
                "commune-without-province",
                "bad-volume",
                "bad-count",
                "unknown-carrier",
                "unknown-place",
                "unknown-province",
                "which-place",
                "leading-zero-restored",
                "missing",
                "lost-digits"));
        read("|9.2E+10|12|x|y|z|??|u|v|w||").findings().forEach(finding -> codes.add(finding.code()));
        for (String code : codes)
            for (Language language : Language.ofAllTexts())
                assertThat(ProblemTexts.has("field.roster-" + code, language))
                        .as(code)
                        .isTrue();
    }

    @Test
    void headers_are_known_without_accents_in_any_case_and_order_and_by_other_names() {
        var header =
                RosterHeader.of(List.of("NGAY VAO LAM", "so dien thoai *", "Mã NV", "số căn cước công dân", "HO TEN"));
        assertThat(header.missing()).isEmpty();
        assertThat(header.unknown()).containsExactly(3);
        assertThat(RosterHeader.of(List.of("Full name", "Citizen ID", "Phone", "Start date"))
                        .missing())
                .isEmpty();
        assertThat(RosterHeader.of(List.of(Normalizer.normalize("Họ và tên", Normalizer.Form.NFD)))
                        .places())
                .containsKey(RosterColumn.FULL_NAME);
        assertThat(RosterHeader.of(List.of("Họ và tên", "CCCD")).missing())
                .containsExactly(RosterColumn.MSISDN, RosterColumn.EMPLOYED_FROM);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_file_is_read_with_any_separator_with_and_without_byte_order_mark(String separator) throws IOException {
        for (String mark : new String[] {"", "\ufeff"}) {
            Path file = write(mark + (HEADER + "\r\n" + GOOD + "\r\n\r\n").replace("|", separator));
            try (var roster = RosterFile.open(file)) {
                assertThat(roster.header().missing()).isEmpty();
                var lines = roster.next(10);
                assertThat(lines).hasSize(1);
                assertThat(lines.getFirst().number()).isEqualTo(2);
                assertThat(RowReading.of(roster.header(), lines.getFirst().cells(), TODAY)
                                .row())
                        .isNotNull();
                assertThat(roster.next(10)).isEmpty();
            }
        }
    }

    @Test
    void quotes_empty_lines_and_rows_of_blanks_do_not_matter() throws IOException {
        String quoted = "\"" + GOOD.replace("|", "\",\"") + "\"";
        Path file = write(HEADER.replace("|", ",") + "\n\n,,,,,,,,,,,\n" + quoted + "\n");
        try (var roster = RosterFile.open(file)) {
            var lines = roster.next(10);
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().number()).isEqualTo(4);
        }
    }

    @Test
    void a_stray_quote_or_another_number_of_cells_is_one_rows_affair() throws IOException {
        String good = GOOD.replace("|", ",");
        Path file = write(HEADER.replace("|", ",") + "\n\"Trần \"Tí\"\" B,1\n" + good + ",extra\n" + good + "\n");
        try (var roster = RosterFile.open(file)) {
            var lines = roster.next(10);
            assertThat(lines).hasSize(3);
            assertThat(RowReading.of(roster.header(), lines.get(1).cells(), TODAY)
                            .findings())
                    .containsExactly(new Finding("*", "too-many-cells", false));
            assertThat(RowReading.of(roster.header(), lines.get(2).cells(), TODAY)
                            .row())
                    .isNotNull();
        }
    }

    @Test
    void a_quote_that_is_never_closed_breaks_the_file_there_and_not_the_memory() throws IOException {
        Path file =
                write(HEADER.replace("|", ",") + "\n" + GOOD.replace("|", ",") + "\n\"Trần" + ",x\n".repeat(100_000));
        try (var roster = RosterFile.open(file)) {
            assertThat(roster.next(10)).hasSize(1);
            assertThatThrownBy(() -> roster.next(10))
                    .isInstanceOfSatisfying(RosterFile.Broken.class, broken -> assertThat(broken.line())
                            .isEqualTo(3));
        }
    }

    @Test
    void an_empty_file_has_no_columns() throws IOException {
        try (var roster = RosterFile.open(write(""))) {
            assertThat(roster.header().width()).isZero();
        }
    }

    @Test
    void no_garbage_breaks_the_reader() throws IOException {
        long seed = System.nanoTime();
        System.out.println("RosterTest seed " + seed);
        var random = new SplittableRandom(seed);
        String alphabet = "0123456789.,;\t\"'=+-/eEđĐ ạ\n\r\u00a0\u200b|xX";
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder(HEADER.replace("|", ",")).append('\n');
            for (int i = 0; i < 400; i++) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            try (var roster = RosterFile.open(write(text.toString()))) {
                for (var lines = roster.next(50); !lines.isEmpty(); lines = roster.next(50))
                    for (var line : lines) RowReading.of(roster.header(), line.cells(), TODAY);
            } catch (RosterFile.Broken unclosedQuote) {
                assertThat(text).contains("\"");
            }
        }
    }

    @Test
    void whoever_was_seen_is_known_again() {
        var seen = new Seen();
        var random = new SplittableRandom(7);
        var all = new ArrayList<Long>();
        for (int i = 0; i < 10_000; i++) all.add(random.nextLong());
        all.add(0L);
        for (long one : all) assertThat(seen.add(one)).isTrue();
        for (long one : all) assertThat(seen.add(one)).isFalse();
    }

    private static RowReading read(String row) {
        return RowReading.of(RosterHeader.of(List.of(HEADER.split("\\|"))), List.of(row.split("\\|", -1)), TODAY);
    }

    private static String with(String column, String cell) {
        List<String> names = List.of(HEADER.replace("*", "").split("\\|"));
        var cells = new ArrayList<>(List.of(GOOD.split("\\|", -1)));
        cells.set(names.indexOf(column), cell);
        return String.join("|", cells);
    }

    private Path write(String text) throws IOException {
        return Files.write(Files.createTempFile(folder, "roster", ".csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
