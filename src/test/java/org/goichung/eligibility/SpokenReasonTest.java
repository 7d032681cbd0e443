package org.goichung.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goichung.platform.http.Language;
import org.junit.jupiter.api.Test;

class SpokenReasonTest {
    @Test
    void a_kept_reason_is_told_in_khmer_where_somebody_wrote_it_and_says_its_language_where_it_is_another() {
        var written = new SpokenReason("c", "qualified", "Có.", "Yes.", "បាន។", List.of());
        assertThat(written.in(Language.KM)).isEqualTo(new Reason("c", "qualified", "បាន។", null, List.of()));
        assertThat(written.spokenIn(Language.KM).language()).isEqualTo("km");
        var unwritten = new SpokenReason("c", "qualified", "Có.", "Yes.", null, List.of());
        assertThat(unwritten.in(Language.KM)).isEqualTo(new Reason("c", "qualified", "Có.", "vi", List.of()));
        assertThat(unwritten.in(Language.EN)).isEqualTo(new Reason("c", "qualified", "Yes.", null, List.of()));
    }
}
