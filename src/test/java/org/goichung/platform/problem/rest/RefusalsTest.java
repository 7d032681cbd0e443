package org.goichung.platform.problem.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.util.concurrent.CompletionException;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
