package org.goichung.platform.identity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.administration.Administration;
import org.goichung.platform.identity.Account;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.NewAccount;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Local accounts of people, for where no other issuer vouches for them. A log-in is there once, so a repeat needs no key. */
@Path("/v1/accounts")
@RolesAllowed(Roles.ADMIN)
public class AccountResource {
    private final Accounts accounts;
    private final Administration administration;
    private final CurrentScope scope;

    public AccountResource(Accounts accounts, Administration administration, CurrentScope scope) {
        this.accounts = accounts;
        this.administration = administration;
        this.scope = scope;
    }

    /** The tenant that its role is bound to, and no other. */
    public record Wish(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,79}")
            String login,

            @NotNull @Size(min = 12, max = 72) String password,
            @NotNull String role,
            @Nullable UUID enterpriseId,
            @Nullable UUID unionBodyId,
            @Nullable UUID carrierId) {

        /** Says nothing of the password. */
        @Override
        public String toString() {
            return "Wish[" + login + "]";
        }
    }

    /** Without its password. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String login,
            String role,
            @Nullable EnterpriseId enterpriseId,
            @Nullable UnionBodyId unionBodyId,
            @Nullable CarrierId carrierId) {

        static View of(Account account) {
            return new View(
                    account.id(),
                    account.login(),
                    account.role().wireName(),
                    account.enterprise(),
                    account.unionBody(),
                    account.carrier());
        }
    }

    @POST
    public Uni<Response> make(@Valid @NotNull Wish wish) {
        Role role = Role.ofWireName(wish.role())
                .filter(each -> each != Role.WORKER)
                .orElseThrow(() -> Refusal.field(ProblemType.INVALID_REQUEST, "/role", "unknown-role"));
        var wanted = new NewAccount(
                wish.login(),
                wish.password(),
                role,
                wish.enterpriseId() == null ? null : new EnterpriseId(wish.enterpriseId()),
                wish.unionBodyId() == null ? null : new UnionBodyId(wish.unionBodyId()),
                wish.carrierId() == null ? null : new CarrierId(wish.carrierId()));
        return administration.makeAccount(scope.get(), wanted).map(account -> Response.created(
                        URI.create("/v1/accounts/" + account.id()))
                .entity(View.of(account))
                .build());
    }

    @GET
    public Uni<Page<View>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = PageRequest.of(after, limit, "accounts");
        return accounts.list(page.afterId(), page.fetchSize())
                .map(rows ->
                        Page.of(rows, page, account -> List.of(account.id())).map(View::of));
    }

    /** It opens no door any more, nor do the tokens it has. */
    @POST
    @Path("{accountId}/disable")
    public Uni<Response> disable(@PathParam("accountId") UUID accountId) {
        return administration.disableAccount(scope.get(), accountId).replaceWith(() -> Response.noContent()
                .build());
    }
}
