package org.goichung.platform.outbox;

import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/** A tenant that may see an event, as the word stored with it: {@code enterprise:<id>}, {@code carrier:<id>}, {@code union:<id>}. */
public record Audience(String word) {
    /** The administration of the system itself: for the audit only, since no stream tells of it. */
    public static final Audience ADMINISTRATION = new Audience("administration:system");

    public static Audience of(EnterpriseId enterprise) {
        return new Audience("enterprise:" + enterprise);
    }

    public static Audience of(CarrierId carrier) {
        return new Audience("carrier:" + carrier);
    }

    /** The body itself, not its subtree: an enterprise's superiors see its events through the enterprise. */
    public static Audience of(UnionBodyId body) {
        return new Audience("union:" + body);
    }
}
