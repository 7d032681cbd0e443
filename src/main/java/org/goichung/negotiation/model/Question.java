package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.QuestionView.AnswerView;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a carrier asked about an RFQ, answered at most once. It does not know who asked. */
@Entity
@Table(name = "rfq_question")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class Question {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID rfqId;

    @Column(updatable = false)
    private String askerIndex;

    @Column(updatable = false)
    private String asker;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private Instant askedAt;

    private @Nullable String answer;
    private @Nullable Instant answeredAt;

    protected Question() {}

    /**
     * @param askerIndex keyed fingerprint of the carrier under the RFQ's key
     * @param asker sealed {@link Asker}
     */
    public Question(UUID id, UUID rfqId, String askerIndex, String asker, String text, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.askerIndex = askerIndex;
        this.asker = asker;
        this.text = text;
        this.askedAt = now;
    }

    /** Who asked, as it is sealed until the RFQ closes. */
    public record Asker(UUID carrierId, String principal) {}

    /** Once: bidders count on what they have read. */
    public void answer(String words, Instant now) {
        if (answer != null) throw Machine.illegal("answer", "answered");
        answer = words;
        answeredAt = now;
    }

    public @Nullable AnswerView answer() {
        return answer == null ? null : new AnswerView(answer, Objects.requireNonNull(answeredAt));
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public String askerIndex() {
        return askerIndex;
    }

    public String asker() {
        return asker;
    }

    public String text() {
        return text;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
