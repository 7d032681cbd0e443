package org.goichung.workforce;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.goichung.support.Door;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacesHttpTest {

    @Test
    void an_old_address_finds_the_commune_of_today_and_one_that_was_split_is_asked_about() {
        String steward = Door.steward(UUID.randomUUID());
        given().auth()
                .oauth2(steward)
                .queryParam("q", "tan phu thanh, chau thanh a")
                .queryParam("province", "Hậu Giang")
                .get("/v1/places")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Xã Thạnh Xuân"))
                .body("items[0].provinceName", equalTo("Thành phố Cần Thơ"))
                .body("items[0].match", equalTo("former"))
                .body("items[0].settled", equalTo(true));
        given().auth()
                .oauth2(steward)
                .queryParam("q", "Phường Thành Phước")
                .queryParam("province", "Vĩnh Long")
                .get("/v1/places")
                .then()
                .body("items", hasSize(2))
                .body("items.findAll { it.settled }", hasSize(0));
        given().auth()
                .oauth2(steward)
                .queryParam("q", " ")
                .get("/v1/places")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void an_address_of_before_is_understood_as_a_whole_and_a_name_of_several_places_is_asked_about() {
        find("Xã Tân Phú Thạnh, Huyện Châu Thành A, Tỉnh Hậu Giang", null)
                .then()
                .body("items.name", equalTo(List.of("Xã Thạnh Xuân")))
                .body("items[0].settled", equalTo(true));
        find("Vị Thanh", "Hậu Giang")
                .then()
                .body("items.name", hasItem("Xã Vị Thanh 1"))
                .body("items.findAll { it.settled }", hasSize(0));
        find("KIEN GIANG", null).then().body("items[0].former", equalTo("Tỉnh Kiên Giang"));
    }

    @Test
    void the_large_may_come_first_and_where_another_may_be_meant_it_is_asked_about() {
        find("Hậu Giang, Huyện Châu Thành, Xã Đông Phú", null)
                .then()
                .body("items.name", equalTo(List.of("Xã Châu Thành")))
                .body("items[0].settled", equalTo(true));
        find("Phường Tân An", "Cần Thơ")
                .then()
                .body("items.name", equalTo(List.of("Phường Tân An", "Phường Ninh Kiều")))
                .body("items.findAll { it.settled }", hasSize(0));
        find("Phường Vĩnh Ninh, Huế", null)
                .then()
                .body("items.name", equalTo(List.of("Thành phố Huế")))
                .body("items.findAll { it.settled }", hasSize(0));
    }

    @Test
    void marks_alone_find_nothing_and_a_province_that_never_was_is_named() {
        find("%", null).then().statusCode(200).body("items", hasSize(0));
        find("Ninh Kiều", "xyz")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-place"))
                .body("errors.pointer", equalTo(List.of("?province")))
                .body("errors.code", equalTo(List.of("unknown-province")));
    }

    private static Response find(String written, @Nullable String province) {
        var request = given().auth().oauth2(Door.steward(UUID.randomUUID())).queryParam("q", written);
        return (province == null ? request : request.queryParam("province", province)).get("/v1/places");
    }
}
