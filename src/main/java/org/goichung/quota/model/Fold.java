package org.goichung.quota.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The same key more than once in one batch: the first leads and is decided, and the others are answered as its repeats. The database
 * would see only one of them. Where another asks something else under the key, it depends on the leader's end whether the key is
 * taken: such ones are left over, to be asked behind the batch.
 */
public final class Fold {
    private final List<Claimed> all;
    private final Map<UUID, Claimed> leaders = new LinkedHashMap<>();
    private final List<Claimed> leftOver = new ArrayList<>();

    public Fold(List<Claimed> all) {
        this.all = all;
        for (Claimed each : all) {
            Claimed leader = leaders.putIfAbsent(each.key(), each);
            if (leader != null && !leader.body().equals(each.body())) leftOver.add(each);
        }
    }

    /** One per key, in the order of arrival. */
    public Collection<Claimed> leaders() {
        return leaders.values();
    }

    /** In the order of arrival; fewer than all. */
    public List<Claimed> leftOver() {
        return leftOver;
    }

    /** An answer for each, in the order they were given. */
    public List<Answered> unfold(Function<Claimed, Answered> answerOfLeader, List<Answered> answersOfLeftOver) {
        var answers = new LinkedHashMap<UUID, Answered>();
        leaders.forEach((key, leader) -> answers.put(key, answerOfLeader.apply(leader)));
        Iterator<Answered> later = answersOfLeftOver.iterator();
        var unfolded = new ArrayList<Answered>(all.size());
        for (Claimed each : all) {
            Claimed leader = leaders.get(each.key());
            Answered answer = answers.get(each.key());
            if (leader == null || answer == null) throw new IllegalStateException("every key has a leader");
            if (leader == each) unfolded.add(answer);
            else unfolded.add(leader.body().equals(each.body()) ? answer.again() : later.next());
        }
        return unfolded;
    }
}
