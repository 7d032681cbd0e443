package org.goichung.union.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Who stands under whom from one day to another, both inclusive. */
@Entity
@Table(name = "union_edge")
@SuppressWarnings("NullAway.Init")
public class UnionEdge {
    @Id
    private UUID id;

    private UUID childId;
    private UUID parentId;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected UnionEdge() {}

    public UnionEdge(UUID id, UUID childId, UUID parentId, LocalDate validFrom) {
        this.id = id;
        this.childId = childId;
        this.parentId = parentId;
        this.validFrom = validFrom;
    }

    /** Ends the edge the day before another begins. */
    public void endBefore(LocalDate next) {
        if (!next.isAfter(validFrom)) throw Refusal.field(ProblemType.UNION_TREE, "/from", "not-after-last-move");
        validTo = next.minusDays(1);
    }

    public UUID parentId() {
        return parentId;
    }
}
