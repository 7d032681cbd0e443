package org.goichung.workforce;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.goichung.support.Door;
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
}
