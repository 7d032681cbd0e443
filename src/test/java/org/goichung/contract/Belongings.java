package org.goichung.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A tenant's objects by kind, where a kind is what the contract calls their id ({@code rfqId}), in one or more states ({@code draft}).
 * Phone numbers and citizen ids are kinds too: they name somebody as an id does.
 */
final class Belongings {
    private final Map<String, Map<String, String>> ofKind = new LinkedHashMap<>();

    /** The first of a kind is the one that is meant where no state is named. */
    void put(String kind, String state, String id) {
        ofKind.computeIfAbsent(kind, none -> new LinkedHashMap<>()).put(state, id);
    }

    String one(String kind) {
        return all(kind).values().iterator().next();
    }

    String one(String kind, String state) {
        String id = all(kind).get(state);
        if (id == null) throw new NoSuchElementException("no " + kind + " that is " + state);
        return id;
    }

    /** By state. */
    Map<String, String> all(String kind) {
        var ids = ofKind.get(kind);
        if (ids == null) throw new NoSuchElementException("the story has no " + kind);
        return ids;
    }

    boolean has(String kind) {
        return ofKind.containsKey(kind);
    }

    /** What in an answer's text would tell of them; a phone number whichever way it is written. Which carriers there are, everybody knows. */
    List<String> traces(Kinds.Openness open) {
        var traces = new ArrayList<String>();
        ofKind.forEach((kind, ids) -> ids.forEach((state, id) -> {
            if (kind.equals("carrierId") || open.test(kind, state)) return;
            traces.add(kind.equals("msisdn") ? id.substring(1) : id);
        }));
        return traces;
    }
}
