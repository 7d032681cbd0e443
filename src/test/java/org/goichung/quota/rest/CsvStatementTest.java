package org.goichung.quota.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvStatementTest {

    @Test
    void a_cell_of_words_never_begins_as_a_formula_does() {
        assertThat(CsvStatement.text("=HYPERLINK(\"http://x\")")).isEqualTo("'=HYPERLINK(\"http://x\")");
        for (String begin : new String[] {"+1", "-1", "@SUM(A1)", "\tx", "\rx"})
            assertThat(CsvStatement.text(begin)).isEqualTo("'" + begin);
        assertThat(CsvStatement.text("Cấp = 5")).isEqualTo("Cấp = 5");
        assertThat(CsvStatement.text("")).isEmpty();
    }
}
