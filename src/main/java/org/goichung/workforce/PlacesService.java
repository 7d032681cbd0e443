package org.goichung.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.goichung.workforce.model.PlaceSearch;
import org.goichung.workforce.model.Places;
import org.jspecify.annotations.Nullable;

/** Places as people write them. They are no secret. */
@ApplicationScoped
public class PlacesService {

    /**
     * At most 20, the best first: what is called so with these accents, today or before the merger, then without accents, then what begins
     * so; at most one is settled. Where a province is written and nothing else is found, it is the province.
     *
     * @param province as it is written, of today or of before; an old one makes the address an old one; refused where there is none
     */
    public List<PlaceView> find(String written, @Nullable String province) {
        return PlaceSearch.find(written, province);
    }

    /** Whether today's official list has a province of this code. */
    public boolean isProvince(String code) {
        return Places.ofCodes(code, null).isPresent();
    }

    /** Whether today's official list has a commune of this code. */
    public boolean isCommune(String code) {
        return Places.isCommune(code);
    }

    /** The full name of a commune of today that there is, for instance {@code Phường Thới An Đông}. */
    public String nameOfCommune(String communeCode) {
        return Places.communeName(communeCode);
    }

    /** The full name of a place of today, commune first, for instance {@code Phường Thới An Đông, Thành phố Cần Thơ}. */
    public String nameOf(String provinceCode, @Nullable String communeCode) {
        return Places.fullName(provinceCode, communeCode);
    }
}
