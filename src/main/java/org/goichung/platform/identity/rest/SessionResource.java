package org.goichung.platform.identity.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.goichung.platform.http.RateLimit;
import org.goichung.platform.identity.Sessions;

@Path("/v1/sessions")
public class SessionResource {
    private final Sessions sessions;
    private final RateLimit attempts = new RateLimit(20, 60);

    public SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    public record Credentials(
            @NotBlank @Size(max = 80) String login,
            @NotBlank @Size(max = 200) String password) {}

    public record Token(String token) {}

    @POST
    @PermitAll
    public Uni<Token> open(@Valid @NotNull Credentials credentials) {
        attempts.take(credentials.login());
        return sessions.open(credentials.login(), credentials.password()).map(Token::new);
    }
}
