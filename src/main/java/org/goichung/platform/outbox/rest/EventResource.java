package org.goichung.platform.outbox.rest;

import io.smallrye.mutiny.Multi;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.goichung.platform.identity.CurrentScope;
import org.goichung.platform.identity.Roles;
import org.goichung.platform.outbox.EventStream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

@Path("/v1/events")
public class EventResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventStream events;
    private final CurrentScope scope;
    private final Sse sse;

    public EventResource(EventStream events, CurrentScope scope, Sse sse) {
        this.events = events;
        this.scope = scope;
        this.sse = sse;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.UNION_OFFICER, Roles.STEWARD, Roles.EMPLOYER, Roles.CARRIER, Roles.AUDITOR})
    public Multi<OutboundSseEvent> follow(@HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        var who = scope.get();
        Long lastSeen = parse(lastEventId);
        Multi<OutboundSseEvent> told = lastSeen == null
                ? events.follow(who, null).map(this::event)
                : events.isUnknown(lastSeen)
                        .onItem()
                        .transformToMulti(unknown -> unknown
                                ? Multi.createBy()
                                        .concatenating()
                                        .streams(
                                                Multi.createFrom().item(reset()),
                                                events.follow(who, null).map(this::event))
                                : events.follow(who, lastSeen).map(this::event));
        // the first comment sends the headers at once; later ones find dead connections
        Multi<OutboundSseEvent> pulse = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(told, pulse);
    }

    private OutboundSseEvent event(EventStream.Published event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.seq()))
                .name(event.type())
                .data(new JsonObject()
                        .put("id", event.id().toString())
                        .put("type", event.type())
                        .put("subject", event.subject().toString())
                        .put("occurredAt", event.occurredAt().toInstant().toString())
                        .put("data", event.data())
                        .encode())
                .build();
    }

    private OutboundSseEvent reset() {
        return sse.newEventBuilder().name("reset").data("{\"type\":\"reset\"}").build();
    }

    private static @Nullable Long parse(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) return null;
        try {
            return Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException notOurs) {
            throw Refusal.field(ProblemType.INVALID_CURSOR, "Last-Event-ID", "not-an-event-id");
        }
    }
}
