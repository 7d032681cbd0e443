package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateMachinesTest {
    private static final Path PICTURES = Path.of("docs/state-machines.md");

    /** {@code -Dgoichung.write-docs} writes them anew. */
    @Test
    void the_pictures_of_the_state_machines_are_those_of_the_tables() throws IOException {
        String drawn = """
                # State machines

                Drawn from the tables in `negotiation/model` by `StateMachinesTest`; write them anew with
                `./mvnw test -Dtest=StateMachinesTest -Dgoichung.write-docs`.

                ## RFQ

                ```mermaid
                %s```

                ## Bid

                ```mermaid
                %s```

                ## Agreement

                ```mermaid
                %s```
                """.formatted(RfqState.mermaid(), BidState.mermaid(), AgreementState.mermaid());
        if (System.getProperty("goichung.write-docs") != null) Files.writeString(PICTURES, drawn);
        assertThat(Files.readString(PICTURES)).isEqualTo(drawn);
    }
}
