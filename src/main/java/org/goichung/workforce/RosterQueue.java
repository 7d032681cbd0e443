package org.goichung.workforce;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Rosters at work in this process: a few at a time, the others wait in the order they came. */
final class RosterQueue {
    private static final Logger LOG = Logger.getLogger(RosterQueue.class);

    private record Job(UUID id, Supplier<Uni<Void>> work) {}

    private final int atOnce;
    private final Queue<Job> waiting = new ArrayDeque<>();
    private final Set<UUID> held = new LinkedHashSet<>();
    private int running;

    RosterQueue(int atOnce) {
        this.atOnce = atOnce;
    }

    synchronized void add(UUID id, Supplier<Uni<Void>> work) {
        if (!held.add(id)) return;
        waiting.add(new Job(id, work));
        startNext();
    }

    /** Those at work and those waiting. */
    synchronized List<UUID> held() {
        return List.copyOf(held);
    }

    private synchronized void startNext() {
        if (running >= atOnce) return;
        Job job = waiting.poll();
        if (job == null) return;
        running++;
        job.work().get().subscribe().with(done -> end(job), failure -> {
            LOG.errorf(failure, "roster %s did not come to its end", job.id());
            end(job);
        });
    }

    private synchronized void end(Job job) {
        running--;
        held.remove(job.id());
        startNext();
    }
}
