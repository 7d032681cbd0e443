package org.goichung.workforce.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8CheckTest {
    private static final String TEXT = "Họ và tên,Nguyễn Thị Đào 😀\n".repeat(2000);

    @Test
    void text_is_text_wherever_it_is_cut() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int piece : new int[] {1, 3, 7, 8191, bytes.length}) {
            var check = new Utf8Check();
            for (int from = 0; from < bytes.length; from += piece)
                assertThat(check.accept(
                                java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))))
                        .isTrue();
            assertThat(check.complete()).isTrue();
        }
    }

    @Test
    void other_encodings_and_a_cut_letter_are_not() {
        assertThat(new Utf8Check().accept("Tiếng Việt".getBytes(StandardCharsets.UTF_16LE)))
                .isFalse();
        assertThat(new Utf8Check().accept("plain".getBytes(StandardCharsets.UTF_16LE)))
                .isFalse();
        assertThat(new Utf8Check().accept("Đoàn viên".getBytes(Charset.forName("windows-1258"))))
                .isFalse();
        var cut = new Utf8Check();
        assertThat(cut.accept(new byte[] {'a', (byte) 0xe1, (byte) 0xbb})).isTrue();
        assertThat(cut.complete()).isFalse();
    }
}
