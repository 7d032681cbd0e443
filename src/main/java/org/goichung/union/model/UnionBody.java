package org.goichung.union.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.union.UnionLevel;
import org.jspecify.annotations.Nullable;

/** A node of the union tree; where it hangs is in its edges. */
@Entity
@Table(name = "union_body")
@SuppressWarnings("NullAway.Init")
public class UnionBody {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private UnionLevel level;

    private @Nullable UUID enterpriseId;
    private @Nullable LocalDate closedOn;

    @Version
    private long version;

    protected UnionBody() {}

    /** A grassroots union sits at an enterprise, and nobody else does. */
    public UnionBody(UUID id, String name, UnionLevel level, @Nullable EnterpriseId enterprise) {
        if ((level == UnionLevel.GRASSROOTS) != (enterprise != null))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/enterpriseId", "grassroots-sits-at-an-enterprise");
        this.id = id;
        this.name = name;
        this.level = level;
        this.enterpriseId = enterprise == null ? null : enterprise.value();
    }

    /** Refuses a place in the tree that the levels do not allow; only a confederation has no parent. */
    public void requireMayStandUnder(Optional<UnionBody> parent) {
        boolean fits = parent.map(above -> above.closedOn == null && level.mayStandUnder(above.level))
                .orElse(level == UnionLevel.CONFEDERATION);
        if (!fits) throw Refusal.field(ProblemType.UNION_TREE, "/parentId", "level-does-not-fit");
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UnionLevel level() {
        return level;
    }

    public @Nullable UUID enterpriseId() {
        return enterpriseId;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public long version() {
        return version;
    }
}
