package org.goichung.platform.problem.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.goichung.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a resource, known to the framework's own mappers or not, ends here. */
public class ProblemMapper {
    private final ProblemAnswers answers;

    public ProblemMapper(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper({
        Refusal.class,
        Throwable.class,
        WebApplicationException.class,
        NotFoundException.class,
        ConstraintViolationException.class,
        MismatchedInputException.class,
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    public Response map(Throwable failure, RoutingContext context) {
        return answers.response(failure, context);
    }
}
