package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "Cần Thơ, 92",
        "can tho, 92",
        "Thành phố Cần Thơ, 92",
        "TP. Cần Thơ, 92",
        "Tỉnh An Giang, 91",
        "92, 92",
        "Hậu Giang, 92",
        "Trà Vinh, 86",
    })
    void a_province_is_found_as_people_write_it(String written, String code) {
        assertThat(Places.province(written)).contains(code);
    }

    @Test
    void a_commune_is_found_by_code_and_by_name_with_and_without_kind_and_accents() {
        String code = Places.commune("92", "Phường Ninh Kiều").orElseThrow();
        assertThat(Places.commune("92", "ninh kieu")).contains(code);
        assertThat(Places.commune("92", "P. Ninh Kiều")).contains(code);
        assertThat(Places.commune("92", code)).contains(code);
        assertThat(Places.ofCodes("92", code)).contains(new Place("92", code, "2025-07"));
    }

    @Test
    void a_commune_of_another_province_is_none() {
        String code = Places.commune("92", "Ninh Kiều").orElseThrow();
        assertThat(Places.ofCodes("91", code)).isEmpty();
        assertThat(Places.commune("91", "Ninh Kiều")).isEmpty();
        assertThat(Places.province("Atlantis")).isEmpty();
    }

    @Test
    void accents_in_either_unicode_form_fold_to_the_same() {
        assertThat(Folded.of("Nguyễn  Thị Đào")).isEqualTo("nguyen thi dao");
        assertThat(Folded.of(java.text.Normalizer.normalize("Nguyễn Thị Đào", java.text.Normalizer.Form.NFD)))
                .isEqualTo("nguyen thi dao");
    }
}
