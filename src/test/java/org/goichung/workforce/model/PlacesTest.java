package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.goichung.workforce.PlaceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private static final Map<String, String> MOSTLY = Map.of(
            "Thành phố Vĩnh Long", "Phường Tân Ngãi",
            "Thị xã Bình Minh", "Phường Đông Thành",
            "Thành phố Sa Đéc", "Phường Sa Đéc");

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
        "HN, 01",
        "Đắc Lắk, 66",
        "Đắc Lắc, 66",
        "Daklak, 66",
        "Bắc Cạn, 19",
        "TT Huế, 46",
        "T.T. Huế, 46",
        "BR-VT, 79",
        "BRVT, 79",
        "Kontum, 51",
        "HCM City, 79",
        "Ho Chi Minh City, 79",
        "Saigon, 79",
        "Haugiang, 92",
        "Hậu Giang (cũ), 92",
        "tỉnh Hậu Giang cũ, 92",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vị Thanh - I | Hậu Giang",
                "Hậu Giang - Vị Thanh - I |",
                "Hậu Giang/Vị Thanh/I |",
                "Xã Tân Phú, Thành phố Hồng Ngự | Đồng Tháp",
                "Phường Cao Lãnh, Mỹ Tho | Đồng Tháp",
                "Xã Thanh Bình, Huyện Lấp Vò | Đồng Tháp",
                "Xã Bình Thạnh, Huyện Lấp Vò | Đồng Tháp",
                "Xã Kiến Bình | Kiên Giang",
            })
    void what_contradicts_itself_or_may_be_read_in_two_ways_is_asked(String written, String province) {
        assertThat(PlaceSearch.find(written, province)).noneMatch(PlaceView::settled);
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
        assertThat(found[0]).as("the map of the merger names every one").isZero();
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

    /** Somebody writes, and is asked: what may be meant is named, and nothing is settled. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a commune and a township of that district were called so
                "Thạnh An, Vĩnh Thạnh, Cần Thơ | Xã Thạnh Quới; Xã Thạnh An",
                // a ward of today is called so, and another was
                "Phường Tân An, Cần Thơ | Phường Tân An; Phường Ninh Kiều",
                "Xã Tân Phú, Vĩnh Long | Xã Tân Phú",
                // without its province it may have been anywhere
                "Xã Giai Xuân | Xã Giai Xuân",
                "Phường Ninh Kiều | Phường Ninh Kiều",
                "TT. Cái Tắc | Xã Đông Phước",
                // nothing is told of the old wards there
                "Phường Thuận Hòa, TP Huế, Thừa Thiên Huế | Thành phố Huế",
                "Phường Bến Nghé, TP.HCM | Thành phố Hồ Chí Minh",
                "Phường Vĩnh Ninh, Huế | Thành phố Huế",
                "Phường Phú Hội, Thành phố Huế | Thành phố Huế",
                "Xã Ea Tiêu, Cư Kuin, Đắk Lắk | Tỉnh Đắk Lắk",
                "Phường Đông Vệ, TP Thanh Hóa | Tỉnh Thanh Hoá",
                "Quận Gò Vấp | Phường Gò Vấp",
                "TP Thủ Đức | Phường Thủ Đức",
                "Quận Gò Vấp, TP.HCM | Phường Gò Vấp; Thành phố Hồ Chí Minh",
                "Phường Long Bình, Biên Hòa, Đồng Nai | Phường Long Bình; Thành phố Đồng Nai",
                "Xã Hố Nai 3, Trảng Bom, Đồng Nai | Thành phố Đồng Nai",
                "Phường 17, Gò Vấp, TP.HCM | Thành phố Hồ Chí Minh",
                "Phường 25, Bình Thạnh, TP.HCM | Thành phố Hồ Chí Minh",
                "P5 Q3 TPHCM | Thành phố Hồ Chí Minh",
                "Qui Nhơn | Phường Quy Nhơn",
                "Mĩ Tho | Phường Mỹ Tho",
                // there was a township of that name: whether its kind is mistaken, nobody knows
                "Xã Lai Vung, Huyện Lai Vung, Đồng Tháp | Xã Lai Vung; Xã Hoà Long",
                // a commune that is written and left aside
                "Phường 1, Phường Ninh Kiều, Cần Thơ | Phường Ninh Kiều",
                // the district was no such one, or is spelt in a way that nobody knows
                "Xã Tân Phú Thạnh, Chau Thanhh A, Hậu Giang | Xã Thạnh Xuân; Thành phố Cần Thơ",
            })
    void what_may_be_something_else_is_asked_about(String written, String names) {
        var places = PlaceSearch.find(written, null);
        assertThat(places).extracting(PlaceView::name).contains(names.split("; "));
        assertThat(places).noneMatch(PlaceView::settled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // from the large to the small
                "Hậu Giang, Xã Đông Phú | Xã Châu Thành",
                "Tỉnh Hậu Giang, Huyện Châu Thành, Xã Đông Phú | Xã Châu Thành",
                // a ward of today in a province of before
                "Phường Vị Thanh, Hậu Giang | Phường Vị Thanh",
                // other separators, and none
                "Xã Đông Phú - Châu Thành - Hậu Giang | Xã Châu Thành",
                "Xã Đông Phú / Châu Thành / Hậu Giang | Xã Châu Thành",
                "Xã Đông Phú/Hậu Giang | Xã Châu Thành",
                "Xã Đông Phú Hậu Giang | Xã Châu Thành",
                "xa dong phu huyen chau thanh tinh hau giang | Xã Châu Thành",
                "Số 12/4 Xã Đông Phú H. Châu Thành T. Hậu Giang | Xã Châu Thành",
                "Xã Đông Phú, Hậu Giang (cũ) | Xã Châu Thành",
                "Xã Đông Phú, tỉnh Hậu Giang cũ, TP Cần Thơ (mới) | Xã Châu Thành",
                "Xã Đông Phú, Haugiang | Xã Châu Thành",
                // spelt otherwise in the map of the merger than in the list of old communes, or by people
                "Xã Ô Long Vĩ, Châu Phú, An Giang | Xã Thạnh Mỹ Tây",
                "Xã Ô Long Vỹ, Châu Phú, An Giang | Xã Thạnh Mỹ Tây",
                "Xã Hòa Tú 2, Mỹ Xuyên, Sóc Trăng | Xã Hoà Tú",
                "Xã Hoà Tú II, Sóc Trăng | Xã Hoà Tú",
                "Xã Quới Sơn, Bến Tre | Xã Giao Long",
                "Phường Vĩnh Ngươn, Châu Đốc, An Giang | Phường Châu Đốc",
                "Xã Lại Sơn, Kiên Giang | Đặc khu Kiên Hải",
                "Thị trấn Thạnh An, Vĩnh Thạnh, Cần Thơ | Xã Thạnh An",
                "Xã Thạnh An, Vĩnh Thạnh, Cần Thơ | Xã Thạnh Quới",
                "Thị trấn Châu Thành, Châu Thành, Bến Tre | Xã Phú Túc",
            })
    void an_address_is_understood_in_whatever_order_and_spelling(String written, String name) {
        assertThat(PlaceSearch.find(written, null))
                .filteredOn(PlaceView::settled)
                .extracting(PlaceView::name)
                .containsExactly(name);
    }

    @Test
    void a_numeral_is_its_number_and_a_name_with_a_dash_is_one() {
        assertThat(PlaceSearch.find("Phường 4, Vị Thanh, Hậu Giang", null))
                .isNotEmpty()
                .isEqualTo(PlaceSearch.find("Phường IV, Vị Thanh, Hậu Giang", null));
        assertThat(PlaceSearch.find("Bà Rịa - Vũng Tàu", null))
                .extracting(PlaceView::former)
                .contains("Tỉnh Bà Rịa - Vũng Tàu");
        assertThat(commune("Lâm Đồng", "Phường Cam Ly - Đà Lạt")).isPresent();
    }

    /** The smallest part of a city may stand first in the list of codes. */
    @Test
    void of_a_whole_district_comes_first_what_most_of_it_became() {
        for (String town : new String[] {"Thành phố Vĩnh Long", "Thị xã Bình Minh", "Thành phố Sa Đéc"}) {
            PlaceView first = PlaceSearch.find(town, null).getFirst();
            assertThat(first.former()).startsWith(town);
            assertThat(first.name()).as(town).isEqualTo(MOSTLY.get(town));
        }
    }

    private static Optional<String> commune(String province, String written) {
        return PlaceSearch.commune(province, written).settled();
    }
}
