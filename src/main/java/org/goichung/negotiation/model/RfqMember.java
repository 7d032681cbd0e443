package org.goichung.negotiation.model;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** An enterprise of the coalition: on which mandate it takes part, and its demand as it stood at opening, or when it joined. */
@Entity
@Table(name = "rfq_member")
@SuppressWarnings("NullAway.Init")
public class RfqMember {
    @Id
    private UUID id;

    private UUID rfqId;
    private UUID enterpriseId;
    private UUID mandateId;

    @Convert(converter = Demand.class)
    private Map<String, Map<String, Long>> demand;

    private @Nullable Instant leftAt;

    protected RfqMember() {}

    public RfqMember(UUID id, UUID rfqId, EnterpriseId enterprise, UUID mandateId) {
        this.id = id;
        this.rfqId = rfqId;
        this.enterpriseId = enterprise.value();
        this.mandateId = mandateId;
        this.demand = Map.of();
    }

    /** At opening: the mandate that then stands. */
    public void standOn(UUID standingMandateId) {
        mandateId = standingMandateId;
    }

    /** At opening, or when it joins later: lines per lot and present carrier. */
    public void snapshot(Map<String, Map<String, Long>> linesByLotAndCarrier) {
        demand = new TreeMap<>(linesByLotAndCarrier);
    }

    /** Once more, with nothing of what it wanted before. */
    void joinAgain(UUID standingMandateId) {
        mandateId = standingMandateId;
        demand = Map.of();
        leftAt = null;
    }

    /** What it wanted stays on record, and counts no more. */
    void leave(Instant now) {
        leftAt = now;
    }

    /** Other lines for a lot, by present carrier's code. */
    void correct(String lot, Map<String, Long> lines) {
        var corrected = new TreeMap<>(demand);
        corrected.put(lot, new TreeMap<>(lines));
        demand = corrected;
    }

    public long linesOf(String lot) {
        return demand.getOrDefault(lot, Map.of()).values().stream().reduce(0L, Math::addExact);
    }

    public EnterpriseId enterpriseId() {
        return new EnterpriseId(enterpriseId);
    }

    public UUID mandateId() {
        return mandateId;
    }

    public UUID rfqId() {
        return rfqId;
    }

    /** Lines by lot and present carrier's code. */
    public Map<String, Map<String, Long>> demand() {
        return demand;
    }

    /** The demand in its column. */
    @Converter
    public static class Demand extends Json.Column<Map<String, Map<String, Long>>> {
        public Demand() {
            super(new TypeReference<>() {});
        }
    }
}
