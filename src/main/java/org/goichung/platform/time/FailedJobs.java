package org.goichung.platform.time;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.CreationException;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.rest.Refusals;
import org.jboss.logging.Logger;

/** Tells of jobs that failed; each runs again at its next time. While the database is away a line is enough, and that is no fault of ours. */
@ApplicationScoped
class FailedJobs {
    private static final Logger LOG = Logger.getLogger(FailedJobs.class);

    void tell(@Observes FailedExecution failed) {
        if (isOfTheEnd(failed.getException())) return;
        String job = failed.getExecution().getTrigger().getId();
        Throwable why = failed.getException();
        boolean away = Refusals.of(why)
                .filter(refusal -> refusal.type() == ProblemType.UNAVAILABLE)
                .isPresent();
        if (away) LOG.warnf("The job %s could not reach the database; it runs again.", job);
        else LOG.errorf(why, "The job %s failed; it runs again.", job);
    }

    /** So a job fails that runs while the application ends: its pool is closed, or beans are made no more. */
    private static boolean isOfTheEnd(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof CreationException || "Pool closed".equals(cause.getMessage())) return true;
        return false;
    }
}
