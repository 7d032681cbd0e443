package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.goichung.workforce.PlaceView;
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
        "Tỉnh Bình Dương, 79",
        "Bà Rịa - Vũng Tàu, 79",
        "hoa binh, 25",
        "Thanh Hóa, 38",
        "Khánh Hoà, 56",
    })
    void a_province_is_found_as_people_write_it(String written, String code) {
        assertThat(Places.province(written)).contains(code);
    }

    @Test
    void a_commune_is_found_by_code_and_by_name_with_and_without_accents_and_with_its_kind_shortened() {
        String code = commune("92", "Phường Ninh Kiều").orElseThrow();
        for (String written : new String[] {"phuong ninh kieu", "P. Ninh Kiều", "p.ninh kiều", code})
            assertThat(commune("92", written)).as(written).contains(code);
        assertThat(Places.ofCodes("92", code)).contains(new Place("92", code, "2025-07"));
    }

    @Test
    void either_spelling_of_the_tone_is_the_exact_name() {
        for (String written : new String[] {"Hòa", "Hoà", "Thúy", "Thuý", "hòe", "HOÈ"})
            assertThat(Spelling.exact(written)).isIn("hoà", "thuý", "hoè");
        String code = commune("92", "Xã Hòa An").orElseThrow();
        assertThat(commune("92", "Xã Hoà An")).contains(code);
        assertThat(PlaceSearch.find("Hoà An", "Cần Thơ").getFirst())
                .isEqualTo(PlaceSearch.find("Hòa An", "Cần Thơ").getFirst());
    }

    /** It is not told here what became of its communes: the same name in the merged province may be another place. */
    @Test
    void of_a_province_merged_elsewhere_the_province_is_known_and_the_commune_is_asked() {
        assertThat(Places.province("Bình Dương")).contains("79");
        assertThat(commune("Bình Dương", "Phường Bình Dương")).isEmpty();
        assertThat(commune("Hồ Chí Minh", "Phường Bình Dương")).isPresent();
    }

    /** The data tells only of the Mekong Delta what became of an old district and its communes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phường Bến Nghé, Quận 1, TP Hồ Chí Minh | Thành phố Hồ Chí Minh",
                "Bến Nghé, Q1, TP.HCM | Thành phố Hồ Chí Minh",
                "12 Lê Lợi, Phường Bến Thành, Quận 1, TP. Hồ Chí Minh | Phường Bến Thành; Thành phố Hồ Chí Minh",
                "Quận 1, Sài Gòn | Thành phố Hồ Chí Minh",
                "Phường Hiệp An, Thành phố Thủ Dầu Một, Bình Dương | Thành phố Hồ Chí Minh",
                "Xã Mỹ Hưng, Huyện Thanh Oai, Hà Nội | Thành phố Hà Nội",
                "Xã Phú Dương, Huyện Phú Vang, Thừa Thiên Huế | Thành phố Huế",
                "Linh Trung, Thủ Đức, Hồ Chí Minh | Phường Thủ Đức",
                "Thị trấn Bến Lức, Long An | Tỉnh Tây Ninh",
            })
    void an_old_address_elsewhere_in_the_country_finds_its_province_of_today_and_the_commune_is_asked(
            String written, String found) {
        var places = PlaceSearch.find(written, null);
        assertThat(places).extracting(PlaceView::name).containsExactly(found.split("; "));
        assertThat(places).noneMatch(PlaceView::settled);
    }

    @Test
    void a_name_is_settled_only_where_the_data_can_tell_that_nothing_else_was_called_so() {
        assertThat(commune("Hồ Chí Minh", "Phường Bến Thành")).isPresent();
        assertThat(commune("Hồ Chí Minh", "Bến Thành")).isEmpty();
        assertThat(commune("Hồ Chí Minh", "Phường Bến Thành, Quận 1")).isEmpty();
        assertThat(commune("Cần Thơ", "thoi an dong")).isPresent();
        // there may have been another Tân Phú Thạnh somewhere else
        assertThat(PlaceSearch.find("Xã Tân Phú Thạnh", null)).hasSize(1).noneMatch(PlaceView::settled);
        assertThat(PlaceSearch.find("Xã Tân Phú Thạnh, Hậu Giang", null))
                .hasSize(1)
                .allMatch(PlaceView::settled);
        // a commune of today where Long An was: nothing is told of what it was before
        assertThat(commune("Long An", "Phường Tân Ninh")).isEmpty();
    }

    @Test
    void a_commune_of_another_province_is_none() {
        String code = commune("92", "Phường Ninh Kiều").orElseThrow();
        assertThat(Places.ofCodes("91", code)).isEmpty();
        assertThat(commune("91", "Phường Ninh Kiều")).isEmpty();
        assertThat(PlaceSearch.commune("Hậu Giang", "Phường Ninh Kiều").candidates())
                .isEmpty();
        assertThat(Places.province("Atlantis")).isEmpty();
    }

    @Test
    void accents_in_either_unicode_form_fold_to_the_same() {
        assertThat(Folded.of("Nguyễn  Thị Đào")).isEqualTo("nguyen thi dao");
        assertThat(Folded.of(java.text.Normalizer.normalize("Nguyễn Thị Đào", java.text.Normalizer.Form.NFD)))
                .isEqualTo("nguyen thi dao");
    }

    @Test
    void an_old_address_is_the_commune_of_today_that_it_became_and_is_asked_about_where_that_is_open() {
        assertThat(commune("Hậu Giang", "Xã Tân Phú Thạnh")).contains("31360");
        assertThat(commune("hau giang", "tan phu thanh, huyen chau thanh a")).contains("31360");
        assertThat(commune("Cần Thơ", "Xã Thạnh Xuân")).contains("31360");
        // one half of it went to Cái Vồn, the other to Bình Minh
        assertThat(commune("Vĩnh Long", "Phường Thành Phước")).isEmpty();
        assertThat(PlaceSearch.find("Phường Thành Phước", "Vĩnh Long"))
                .hasSize(2)
                .allMatch(place -> place.match().equals("former") && !place.settled());
        // of Long An nothing is told
        assertThat(commune("Long An", "Xã Tân Bửu")).isEmpty();
    }

    @Test
    void every_old_commune_of_the_delta_but_long_ans_is_found_by_its_address_and_names_what_it_became() {
        long[] found = new long[3];
        DataFile.rows("communes-before-2025-07.csv").forEach(row -> {
            if (row.getField(5).contains("Long An")) return;
            String address = row.getField(3) + ", " + row.getField(4) + ", " + row.getField(5);
            var places = PlaceSearch.find(address, null);
            assertThat(places).as(address).isNotEmpty().allMatch(place -> address.equals(place.former()));
            assertThat(PlaceSearch.find(row.getField(3) + ", " + row.getField(4), row.getField(5)))
                    .isEqualTo(places);
            boolean unnamed = places.getFirst().communeCode() == null;
            found[unnamed ? 0 : places.getFirst().settled() ? 1 : 2]++;
        });
        System.out.printf("old communes: %d settled, %d to be asked about, %d unnamed%n", found[1], found[2], found[0]);
        assertThat(found[1]).isGreaterThan(1_000);
    }

    @Test
    void a_search_finds_accents_without_writing_them_and_puts_the_exact_ones_first() {
        assertThat(PlaceSearch.find("ô môn", null).getFirst().name()).isEqualTo("Phường Ô Môn");
        assertThat(PlaceSearch.find("phuong o mon", "Cần Thơ").getFirst())
                .matches(place -> place.match().equals("unaccented") && place.settled());
        var exact = PlaceSearch.find("Thạnh Xuân", "92");
        assertThat(exact.getFirst().match()).isEqualTo("exact");
        var plain = PlaceSearch.find("thanh xuan", null);
        assertThat(plain).extracting(place -> place.name()).contains("Xã Thạnh Xuân");
        assertThat(plain.getFirst().settled()).isFalse();
        assertThat(PlaceSearch.find("kien giang", null))
                .anyMatch(place ->
                        place.name().equals("Tỉnh An Giang") && place.match().equals("former"));
        assertThat(PlaceSearch.find("Atlantis", null)).isEmpty();
    }

    private static Optional<String> commune(String province, String written) {
        return PlaceSearch.commune(province, written).settled();
    }
}
