package org.goichung.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0100109106, 0100109106",
        "0100109106-001, 0100109106-001",
        "0100109106001, 0100109106-001",
        " 0100 109 106 , 0100109106",
    })
    void a_tax_code_is_read_in_every_form(String written, String value) {
        assertThat(TaxCode.parse(written).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0100109107",
                "010010910",
                "01001091066",
                "0100109106-000",
                "0100109106-01",
                "0100000000",
                "abc",
                "٠١٠٠١٠٩١٠٦"
            })
    void a_wrong_tax_code_is_refused_with_its_field(String written) {
        assertThatThrownBy(() -> TaxCode.parse(written)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.BAD_TAX_CODE);
            assertThat(refusal.fields()).hasSize(1);
        });
    }

    @Test
    void every_single_wrong_digit_of_a_tax_code_is_found() {
        String right = "0100109106";
        for (int place = 0; place < right.length(); place++)
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(TaxCode.read(other).isPresent()).isEqualTo(other.equals(right));
            }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "+84912345678",
                "84912345678",
                "0084912345678",
                "091 234 5678",
                "091.234.5678",
                "(091) 234-5678",
                "+84 91 234 56 78",
                "\u202a0912345678\u202c",
                "091\u00a0234\u00a05678",
            })
    void a_number_is_one_number_however_it_is_written(String written) {
        assertThat(Msisdn.parse(written).e164()).isEqualTo("+84912345678");
        assertThat(Msisdn.parse(written).local()).isEqualTo("0912345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "912345678",
                "09123456789",
                "091234567",
                "0112345678",
                "02923812345",
                "+85512345678",
                "9.1E+10",
                "0627345678",
                "09123x5678"
            })
    void what_is_no_vietnamese_mobile_number_is_refused(String written) {
        assertThatThrownBy(() -> Msisdn.parse(written))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.BAD_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678, VINAPHONE",
        "0961234567, VIETTEL",
        "0896123456, MOBIFONE",
        "0522123456, VIETNAMOBILE",
        "0593123456, GMOBILE",
        "0993123456, GMOBILE",
    })
    void the_longest_prefix_guesses_the_carrier(String number, String carrier) {
        assertThat(Msisdn.parse(number).likelyCarrier()).isEqualTo(carrier);
    }

    @Test
    void where_no_block_is_known_there_is_no_guess() {
        assertThat(Msisdn.parse("0527345678").likelyCarrier()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"092185001234", "092 185 001 234", "001304012345"})
    void a_citizen_id_is_read(String written) {
        assertThat(NationalId.parse(written).digits()).isEqualTo(written.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "92185001234", "0921850012345", "003185001234", "092985001234", "361234567", "9.2E+10"})
    void what_is_no_citizen_id_is_refused(String written) {
        assertThatThrownBy(() -> NationalId.parse(written))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.BAD_NATIONAL_ID));
    }

    @Test
    void values_print_nothing_of_a_person() {
        assertThat(Msisdn.parse("0912345678").toString()).doesNotContain("912345678");
        assertThat(NationalId.parse("092185001234").toString()).doesNotContain("185001234");
    }
}
