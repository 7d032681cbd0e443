package org.goichung.quota.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.EntryView;
import org.goichung.quota.Period;
import org.goichung.quota.StatementView;
import org.goichung.quota.Unit;
import org.jspecify.annotations.Nullable;

/** A statement as one JSON object. */
final class JsonStatement implements StatementFormat {
    private final ObjectMapper json;

    JsonStatement(ObjectMapper json) {
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Head(
            EnterpriseId enterpriseId,
            Period period,
            @JsonProperty("final") boolean isFinal,
            @Nullable Instant asOf) {}

    private record Pool(
            UUID id,
            UUID agreementId,
            CarrierId carrierId,
            UUID packageVersionId,
            Period period,
            Unit unit,
            StatementView.Sums opening) {}

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String fileName(StatementView statement) {
        return "";
    }

    @Override
    public Buffer head(StatementView statement) {
        boolean isFinal = statement.asOf() == null;
        return Buffer.buffer(opened(new Head(statement.enterpriseId(), statement.period(), isFinal, statement.asOf()))
                + ",\"pools\":[");
    }

    @Override
    public Buffer open(StatementView.Section pool, boolean first) {
        var named = new Pool(
                pool.id(),
                pool.agreementId(),
                pool.carrierId(),
                pool.packageVersionId(),
                pool.period(),
                pool.unit(),
                pool.opening());
        return Buffer.buffer((first ? "" : ",") + opened(named) + ",\"entries\":[");
    }

    @Override
    public Buffer entries(StatementView.Section pool, List<EntryView> entries, boolean first) {
        String listed = text(entries);
        return Buffer.buffer((first ? "" : ",") + listed.substring(1, listed.length() - 1));
    }

    @Override
    public Buffer close(StatementView.Section pool) {
        return Buffer.buffer("],\"closing\":" + text(pool.closing()) + "}");
    }

    @Override
    public Buffer foot(StatementView statement) {
        return Buffer.buffer("],\"totals\":" + text(statement.totals()) + "}");
    }

    /** An object that more fields follow in. */
    private String opened(Object object) {
        String whole = text(object);
        return whole.substring(0, whole.length() - 1);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
