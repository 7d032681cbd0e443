package org.goichung.platform.outbox;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something that happened, for others to know.
 *
 * @param type kebab case, {@code <thing>-<past tense>}, for instance {@code rfq-closed}
 * @param key events of one key are published in order: the aggregate's id
 * @param subject the object it is about
 * @param audience the tenants that may see it; empty for in-house receivers only. Each also gets an audit entry
 * @param data thin facts as JSON values; never personal data, never what is sealed
 */
public record Event(String type, UUID key, UUID subject, Set<Audience> audience, Map<String, Object> data) {

    public Event {
        audience = Set.copyOf(audience);
        data = Map.copyOf(data);
    }

    public static Event of(String type, UUID subject, Set<Audience> audience, Map<String, Object> data) {
        return new Event(type, subject, subject, audience, data);
    }
}
