package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.goichung.workforce.PlaceView;
import org.junit.jupiter.api.Test;

/**
 * All old communes of the provinces that are told of, held against the words of the map of the merger: whatever is settled is what the map
 * names for every commune that was called so there. The map is read here once more, in another way.
 */
class OldCommunesTest {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    /** @param names of what one of today was formed of, with the district where one is told */
    private record Row(String code, String province, List<String[]> names) {}

    /** @param words the full name as it compares */
    private record Old(
            String name, String district, String province, String now, String words, Set<String> successors) {}

    private final List<Row> map = DataFile.rows("communes-merged-from.csv")
            .map(row -> {
                String formed = plain(row.getField(3));
                List<String[]> names = new ArrayList<>();
                for (String part :
                        (formed.equals("giữ nguyên") ? plain(row.getField(2)) : formed).split(",(?![^(]*\\))")) {
                    var brackets = BRACKETS.matcher(part);
                    String inside = brackets.find() ? brackets.group(1).split(",")[0] : "";
                    boolean district = inside.matches("(huyện|quận|thị xã|thành phố) .*");
                    names.add(new String[] {loose(part.replaceAll("\\(.*", "")), district ? inside : ""});
                }
                return new Row(row.getField(0), row.getField(1), names);
            })
            .toList();

    private final List<Old> communes = DataFile.rows("communes-before-2025-07.csv")
            .filter(row -> !row.getField(5).contains("Long An"))
            .map(row -> {
                String now = Places.province(row.getField(5)).orElseThrow();
                Set<String> successors = successors(row.getField(3), row.getField(4), now);
                return new Old(
                        row.getField(3), row.getField(4), row.getField(5), now, plain(row.getField(3)), successors);
            })
            .toList();

    @Test
    void whatever_is_settled_by_commune_district_and_old_province_is_named_by_the_map() {
        int settled = 0;
        for (Old old : communes) {
            String written = old.name() + ", " + old.district() + ", " + old.province();
            Optional<String> code = settled(written);
            if (code.isEmpty()) continue;
            settled++;
            for (Old other : communes)
                if (old.words().equals(other.words())
                        && other.province().equals(old.province())
                        && other.district().equals(old.district()))
                    assertThat(other.successors()).as(written).contains(code.get());
        }
        System.out.printf("commune, district, old province: %d of %d settled%n", settled, communes.size());
        assertThat(settled).isGreaterThan(1_250);
    }

    @Test
    void whatever_is_settled_by_commune_and_todays_province_is_named_by_the_map_for_all_that_were_called_so() {
        Set<String> written = new HashSet<>();
        int settled = 0;
        for (Old old : communes) {
            String address = old.name() + ", " + Places.byCode(old.now()).fullName();
            if (!written.add(address)) continue;
            Optional<String> code = settled(address);
            if (code.isEmpty()) continue;
            settled++;
            for (Old other : communes)
                if (old.words().equals(other.words()) && other.now().equals(old.now()))
                    assertThat(other.successors()).as(address).contains(code.get());
        }
        System.out.printf("commune, today's province: %d of %d settled%n", settled, written.size());
        assertThat(settled).isGreaterThan(1_150);
    }

    /** With no sign between the parts, from the large to the small, without accents: what is settled is the same, or nothing. */
    @Test
    void however_it_is_written_nothing_else_is_settled() {
        int[] settled = new int[3];
        for (Old old : communes) {
            Optional<String> code = settled(old.name() + ", " + old.province());
            List<String> ways = List.of(
                    old.name() + " " + old.province(),
                    old.province() + ", " + old.name(),
                    Folded.of(old.name()) + ", " + Folded.of(old.province()));
            for (int way = 0; way < ways.size(); way++) {
                Optional<String> other = settled(ways.get(way));
                if (other.isEmpty()) continue;
                assertThat(other).as(ways.get(way)).isEqualTo(code);
                settled[way]++;
            }
        }
        System.out.printf("words alone, large first, plain: %s settled%n", Arrays.toString(settled));
        assertThat(settled[0]).isGreaterThan(1_200);
        assertThat(settled[1]).isGreaterThan(1_200);
    }

    @Test
    void without_a_province_no_old_commune_is_settled() {
        for (Old old : communes) {
            assertThat(settled(old.name())).as(old.name()).isEmpty();
            assertThat(settled(old.name() + ", " + old.district()))
                    .as(old.name())
                    .isEmpty();
        }
    }

    private static Optional<String> settled(String written) {
        return PlaceSearch.find(written, null).stream()
                .filter(PlaceView::settled)
                .map(PlaceView::communeCode)
                .findFirst();
    }

    private Set<String> successors(String commune, String district, String province) {
        List<String> names = List.of(loose(plain(commune)), loose(plain(district)));
        Set<String> found = new HashSet<>();
        for (Row row : map)
            for (String[] name : row.names())
                if (row.province().equals(province)
                        && names.contains(name[0])
                        && (name[1].isEmpty() || name[1].equals(plain(district)))) found.add(row.code());
        return found;
    }

    private static String plain(String text) {
        return Spelling.exact(text).replaceAll("\\s+", " ");
    }

    /** As the two files differ: y and i, II and 2, accents. */
    private static String loose(String name) {
        return Folded.of(name).replace('y', 'i').replaceAll(" ii$", " 2");
    }
}
