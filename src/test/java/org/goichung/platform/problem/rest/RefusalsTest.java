package org.goichung.platform.problem.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.util.concurrent.CompletionException;
import org.goichung.eligibility.AudienceQuery;
import org.goichung.enrolment.ConsentPurpose;
import org.goichung.negotiation.LegalBasis;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    @ParameterizedTest
    @MethodSource
    void a_pool_that_has_no_connection_for_a_request_is_no_fault_of_ours_but_unavailable(Throwable failure) {
        assertThat(Refusals.of(failure)).map(Refusal::type).contains(ProblemType.UNAVAILABLE);
        assertThat(Refusals.of(new CompletionException(failure)))
                .map(Refusal::type)
                .contains(ProblemType.UNAVAILABLE);
    }

    static Throwable[] a_pool_that_has_no_connection_for_a_request_is_no_fault_of_ours_but_unavailable() {
        return new Throwable[] {
            new NoStackTraceThrowable("Timeout"),
            new VertxException("Timeout waiting for connection"),
            new NoStackTraceThrowable("Connection is not active now, current status: CLOSING"),
            new ConnectionPoolTooBusyException("Connection pool reached max wait queue size of 1000")
        };
    }

    @ParameterizedTest
    @MethodSource
    void any_other_failure_of_the_same_kind_stays_a_fault(Throwable failure) {
        assertThat(Refusals.of(failure)).isEmpty();
    }

    static Throwable[] any_other_failure_of_the_same_kind_stays_a_fault() {
        return new Throwable[] {new NoStackTraceThrowable("Transaction already completed"), new VertxException("x")};
    }

    @ParameterizedTest
    @ValueSource(classes = {LegalBasis.class, AudienceQuery.By.class, ConsentPurpose.class})
    void a_word_that_is_no_choice_is_answered_with_words_that_are_taken(Class<?> choice)
            throws JsonProcessingException {
        var json = new ObjectMapper();
        var refused = catchThrowableOfType(InvalidFormatException.class, () -> json.readValue("\"shoe\"", choice));
        FieldError field = Refusals.of(refused).orElseThrow().fields().getFirst();
        assertThat(field.code()).isEqualTo("not-one-of");
        for (String word : String.valueOf(field.parameters().get("words")).split(", "))
            assertThat(json.readValue(json.writeValueAsString(word), choice)).isNotNull();
    }
}
