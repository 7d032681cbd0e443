package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A roster that was sent, and how far it has come.
 *
 * @param rowsAccepted rows kept; in a dry run those that would be
 * @param rowsMended of the accepted, those with a cell put right or left out
 * @param unknownColumns positions, from 1, of columns that were not understood; their names may be data
 * @param failure code of why it failed
 * @param sameFileAs the earlier import of the very same file, which this answer shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerImportView(
        UUID id,
        EnterpriseId enterpriseId,
        Status status,
        boolean dryRun,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long rowsMended,
        List<Integer> unknownColumns,
        @Nullable String failure,
        @Nullable UUID sameFileAs,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** Where an import stands; the last two are final. */
    public enum Status {
        @JsonProperty("received")
        RECEIVED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("finished")
        FINISHED,
        @JsonProperty("failed")
        FAILED
    }

    public WorkerImportView {
        unknownColumns = List.copyOf(unknownColumns);
    }

    WorkerImportView asTheSameFile() {
        return new WorkerImportView(
                id,
                enterpriseId,
                status,
                dryRun,
                rowsRead,
                rowsAccepted,
                rowsRejected,
                rowsMended,
                unknownColumns,
                failure,
                id,
                receivedAt,
                finishedAt);
    }
}
