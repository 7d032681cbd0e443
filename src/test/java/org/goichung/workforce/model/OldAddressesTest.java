package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.PlaceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people say them, years after the merger. */
class OldAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "KIEN GIANG, Tỉnh Kiên Giang, Tỉnh An Giang",
        "Tỉnh Hau Giang, Tỉnh Hậu Giang, Thành phố Cần Thơ",
        "T. Hậu Giang, Tỉnh Hậu Giang, Thành phố Cần Thơ",
        "dac nong, Tỉnh Đắk Nông, Tỉnh Lâm Đồng",
    })
    void a_former_province_is_answered_by_its_own_name(String written, String former, String now) {
        PlaceView place = PlaceSearch.find(written, null).getFirst();
        assertThat(place.former()).isEqualTo(former);
        assertThat(place.name()).isEqualTo(now);
        assertThat(place.settled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ninh Kiều, , Phường Ninh Kiều, 'Quận Ninh Kiều, Thành phố Cần Thơ'",
        "Ninh Kiều, Cần Thơ, Phường Ninh Kiều, 'Quận Ninh Kiều, Thành phố Cần Thơ'",
        "Long Xuyên, , Phường Long Xuyên, 'Thành phố Long Xuyên, Tỉnh An Giang'",
        "Rạch Giá, , Phường Rạch Giá, 'Thành phố Rạch Giá, Tỉnh Kiên Giang'",
        "Vị Thanh, Hậu Giang, Xã Vị Thanh 1, 'Thành phố Vị Thanh, Tỉnh Hậu Giang'",
        "Ngã Bảy, , Phường Ngã Bảy, 'Thành phố Ngã Bảy, Tỉnh Hậu Giang'",
        "Ba Tri, , Xã Ba Tri, 'Huyện Ba Tri, Tỉnh Bến Tre'",
        "Sóc Trăng, , Phường Sóc Trăng, Tỉnh Sóc Trăng",
        "Trà Vinh, , Phường Trà Vinh, Tỉnh Trà Vinh",
        "Bến Tre, , Phường Bến Tre, Tỉnh Bến Tre",
    })
    void a_name_that_was_a_whole_district_or_province_too_is_asked_about(
            String written, String province, String one, String other) {
        List<PlaceView> places = PlaceSearch.find(written, province);
        assertThat(places).noneMatch(PlaceView::settled);
        assertThat(places).extracting(PlaceView::name).contains(one);
        assertThat(places).extracting(PlaceView::former).contains(other);
    }

    @ParameterizedTest
    @CsvSource({
        "'Phường Ninh Kiều, Cần Thơ', Phường Ninh Kiều",
        "'P. Ninh Kiều, Cần Thơ', Phường Ninh Kiều",
        "'phuong ninh kieu, can tho', Phường Ninh Kiều",
        "'Phường Long Xuyên, An Giang', Phường Long Xuyên",
        "'Xã Vị Thanh, Hậu Giang', Xã Vị Thanh 1",
        "'Xã Ba Tri, Vĩnh Long', Xã Ba Tri",
        "'TT Cái Tắc, Hậu Giang', Xã Đông Phước",
        "'Xã Tân Phú Thạnh, Huyện Châu Thành A, Tỉnh Hậu Giang', Xã Thạnh Xuân",
        "'tan phu thanh, chau thanh a, hau giang, viet nam', Xã Thạnh Xuân",
        "'Ấp 2, Xã Tân Phú Thạnh, Hậu Giang', Xã Thạnh Xuân",
        "Xã Tân Phú Thạnh (Châu Thành A) Hậu Giang, Xã Thạnh Xuân",
    })
    void a_commune_that_is_written_as_one_beside_its_province_is_settled(String written, String name) {
        List<PlaceView> places = PlaceSearch.find(written, null);
        assertThat(places).isNotEmpty();
        assertThat(places.getFirst().name()).isEqualTo(name);
        assertThat(places).filteredOn(PlaceView::settled).containsExactly(places.getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "quận Cái Răng, 'Phường Cái Răng, Phường Hưng Phú'",
        "Q. Cai Rang, 'Phường Cái Răng, Phường Hưng Phú'",
        "'Cái Răng, Thành phố Cần Thơ', 'Phường Cái Răng, Phường Hưng Phú'",
        "Huyện Châu Thành A, 'Xã Thạnh Xuân, Xã Tân Hoà, Xã Trường Long Tây'",
        "'Châu Thành A, Hậu Giang', 'Xã Thạnh Xuân, Xã Tân Hoà, Xã Trường Long Tây'",
    })
    void a_former_district_lists_what_it_became(String written, String names) {
        List<PlaceView> places = PlaceSearch.find(written, null);
        assertThat(places).noneMatch(PlaceView::settled);
        assertThat(places).extracting(PlaceView::name).contains(names.split(", "));
    }

    @Test
    void a_province_behind_a_comma_narrows_as_one_beside_it_does() {
        assertThat(PlaceSearch.find("Thạnh Xuân, Hậu Giang", null))
                .isNotEmpty()
                .isEqualTo(PlaceSearch.find("Thạnh Xuân", "Hậu Giang"));
        assertThat(PlaceSearch.find("Long Xuyên, An Giang", null))
                .isNotEmpty()
                .isEqualTo(PlaceSearch.find("Long Xuyên", "An Giang"));
        assertThat(PlaceSearch.find("Xã Tân Phú Thạnh, Hậu Giang", "Cần Thơ")
                        .getFirst()
                        .name())
                .isEqualTo("Xã Thạnh Xuân");
        assertThat(PlaceSearch.find("Xã Tân Phú Thạnh, Hậu Giang", "An Giang")).isEmpty();
        assertThat(PlaceSearch.find("Phường 1, TP Sóc Trăng", null))
                .extracting(PlaceView::former)
                .contains("Phường 1, Thành phố Sóc Trăng, Tỉnh Sóc Trăng")
                .allMatch(former -> former.contains("Thành phố Sóc Trăng"));
    }

    @Test
    void exact_accents_stand_before_all_others_and_no_answer_holds_two_settled_places() {
        List<PlaceView> places = PlaceSearch.find("Tân Thành", "An Giang");
        assertThat(places.getFirst().match()).isNotEqualTo("unaccented");
        assertThat(places.stream().map(PlaceView::match).toList().indexOf("unaccented"))
                .isGreaterThan(0);
        for (Places.Named place : Places.all())
            if (Set.of("82", "86", "91", "92", "96").contains(place.provinceCode()))
                for (String written : new String[] {
                    place.fullName(), place.name().exact(), place.name().folded()
                })
                    assertThat(PlaceSearch.find(written, place.communeCode() == null ? null : place.provinceCode()))
                            .as(written)
                            .isNotEmpty()
                            .filteredOn(PlaceView::settled)
                            .hasSizeLessThan(2);
    }

    /** Where nothing is told of old communes: who writes it as the list has it means that one. */
    @Test
    void a_commune_of_today_in_its_official_form_is_settled_where_no_old_one_of_that_name_is_known() {
        for (Places.Named place : Places.all()) {
            String commune = place.communeCode();
            if (commune == null) continue;
            String province = Places.byCode(place.provinceCode()).fullName();
            var found = PlaceSearch.commune(province, place.fullName());
            if (!Set.of("82", "86", "91", "92", "96").contains(place.provinceCode()))
                assertThat(found.settled()).as(place.fullName()).contains(commune);
            else if (found.settled().isEmpty())
                assertThat(found.candidates()).as(place.fullName()).contains(commune);
            else assertThat(found.settled()).as(place.fullName()).contains(commune);
            assertThat(PlaceSearch.commune(province, commune).settled()).contains(commune);
            assertThat(PlaceSearch.commune(province, commune + " " + place.fullName())
                            .settled())
                    .contains(commune);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "'", " , ", "()", "-", "\u0301", "\u200b"})
    void marks_alone_find_nothing(String written) {
        assertThat(PlaceSearch.find(written, null)).isEmpty();
        assertThat(PlaceSearch.find(written, "Cần Thơ")).isEmpty();
    }

    @Test
    void a_province_that_never_was_is_refused() {
        assertThatThrownBy(() -> PlaceSearch.find("Ninh Kiều", "xyz"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.UNKNOWN_PLACE);
                    assertThat(refusal.fields().getFirst().pointer()).isEqualTo("?province");
                });
    }

    @Test
    void of_long_an_the_province_of_today_is_all_that_is_known() {
        for (String written : new String[] {"Xã Tân Bửu, Huyện Bến Lức, Tỉnh Long An", "Huyện Bến Lức, Long An"})
            assertThat(PlaceSearch.find(written, null)).singleElement().satisfies(place -> {
                assertThat(place.provinceName()).isEqualTo("Tỉnh Tây Ninh");
                assertThat(place.communeCode()).isNull();
                assertThat(place.settled()).isFalse();
            });
    }

    @ParameterizedTest
    @CsvSource({
        "P. Trà Nóc, Cần Thơ, Phường Thới An Đông",
        "TT. Cái Tắc, Hậu Giang, Xã Đông Phước",
        "TT. Cái Tắc, T. Hậu Giang, Xã Đông Phước",
        "Phường 01, TP Sóc Trăng, ",
        "P1, Sóc Trăng, ",
        "Vị Thanh, Hậu Giang, ",
        "Ninh Kiều, Cần Thơ, ",
    })
    void a_rosters_commune_is_settled_or_names_its_candidates(String written, String province, String name) {
        var found = PlaceSearch.commune(province, written);
        assertThat(found.settled().map(Places::communeName).orElse(null)).isEqualTo(name);
        if (name == null) assertThat(found.candidates()).hasSizeGreaterThan(1);
    }

    @Test
    void either_unicode_form_means_the_same() {
        String apart = Normalizer.normalize("Thị trấn Cái Tắc, Hậu Giang", Normalizer.Form.NFD);
        assertThat(PlaceSearch.find(apart, null)).isEqualTo(PlaceSearch.find("Thị trấn Cái Tắc, Hậu Giang", null));
    }

    @Test
    void the_candidates_of_a_ward_that_three_towns_had_are_what_they_became() {
        String names = PlaceSearch.commune("Sóc Trăng", "Phường 1").candidates().stream()
                .map(Places::communeName)
                .collect(Collectors.joining(", "));
        assertThat(Stream.of("Phú Lợi", "Ngã Năm", "Vĩnh Châu")).allMatch(names::contains);
    }
}
