package org.goichung.dashboard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.dashboard.model.VoteWriter.Named;
import org.goichung.negotiation.VoteInvitation;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.junit.jupiter.api.Test;

class VoteWriterTest {

    @Test
    void of_one_line_the_highest_price_is_told_and_of_several_what_they_may_cost_together() {
        assertThat(safe(Language.EN, line(878, 59_500))).startsWith("The price never goes beyond 59,500 VND a line.");
        // 878 × 59,500 + 60 × 64,000: the dearer one's price is no bound of the cheaper one's
        assertThat(safe(Language.EN, line(878, 59_500), line(60, 64_000)))
                .startsWith("All of the above together never cost more than 56,081,000 VND a month.");
        assertThat(safe(Language.VI, line(878, 59_500), line(60, 64_000)))
                .contains("56.081.000")
                .contains("mỗi tháng");
    }

    private static String safe(Language language, VoteInvitation.Line... lines) {
        var invitation = new VoteInvitation(
                new EnterpriseId(UUID.randomUUID()),
                "Gói chung",
                Instant.parse("2027-01-01T00:00:00Z"),
                List.of(lines));
        var named = List.of(lines).stream()
                .map(line -> new Named(line, "ST70N", "Viettel"))
                .toList();
        return VoteWriter.card(invitation, "Công ty", named, language).safe().replace('\u00a0', ' ');
    }

    private static VoteInvitation.Line line(long lines, long cap) {
        return new VoteInvitation.Line(
                new CarrierId(UUID.randomUUID()), UUID.randomUUID(), lines, cap - 1_000, cap, cap, lines * 1_000, null);
    }
}
