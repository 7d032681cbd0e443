package org.goichung.quota.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The same key more than once in one batch: the first leads and is decided, the others are answered as its repeats. The database
 * would see only one of them.
 */
public final class Fold {
    private final List<Claimed> all;
    private final Map<UUID, Claimed> leaders = new LinkedHashMap<>();

    public Fold(List<Claimed> all) {
        this.all = all;
        for (Claimed each : all) leaders.putIfAbsent(each.key(), each);
    }

    /** One per key, in the order of arrival. */
    public Collection<Claimed> leaders() {
        return leaders.values();
    }

    /** An answer for each, in the order they were given; {@code reused} answers another body under a leader's key. */
    public List<Answered> unfold(Function<Claimed, Answered> answerOfLeader, Answered reused) {
        var answers = new LinkedHashMap<UUID, Answered>();
        leaders.forEach((key, leader) -> answers.put(key, answerOfLeader.apply(leader)));
        var unfolded = new ArrayList<Answered>(all.size());
        for (Claimed each : all) {
            Claimed leader = leaders.get(each.key());
            Answered answer = answers.get(each.key());
            if (leader == null || answer == null) throw new IllegalStateException("every key has a leader");
            if (leader == each) unfolded.add(answer);
            else unfolded.add(leader.body().equals(each.body()) ? answer.again() : reused);
        }
        return unfolded;
    }
}
