package org.goichung.negotiation.walk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the steps' numbers are called by the service, and the other way about. */
final class Names {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    void put(String name, UUID id) {
        ids.put(name, id);
        names.put(id.toString(), name);
    }

    /** One that nobody has, where nothing is called so. */
    UUID id(String name) {
        return ids.getOrDefault(name, UUID.nameUUIDFromBytes(new byte[] {7}));
    }

    boolean knows(String name) {
        return ids.containsKey(name);
    }

    /** With names in place of ids; an id without a name stays. */
    String told(String text) {
        return ID.matcher(text).replaceAll(found -> names.getOrDefault(found.group(), found.group()));
    }
}
