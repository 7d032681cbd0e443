package org.goichung.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void the_same_seed_gives_the_same_secrets_and_another_seed_others() {
        var carrier = new UUID(1, 2);
        var one = new Seed("one");
        assertThat(one.password("quan-tri"))
                .isEqualTo(new Seed("one").password("quan-tri"))
                .matches("[A-Za-z0-9]{14}");
        assertThat(one.password("quan-tri"))
                .isNotEqualTo(one.password("can-bo"))
                .isNotEqualTo(new Seed("two").password("quan-tri"));
        assertThat(one.apiKey(carrier)).startsWith("gck_demo_").isNotEqualTo(new Seed("two").apiKey(carrier));
        assertThat(one.id("key")).isEqualTo(new Seed("one").id("key")).isNotEqualTo(one.id("other"));
        assertThat(one.id("key").version()).isEqualTo(4);
    }
}
