package org.goichung.negotiation.model;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.NewRfq;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A request for sealed offers over a demand of lines; what may follow when is {@link RfqState}'s. */
@Entity
@Table(name = "rfq")
@SuppressWarnings("NullAway.Init")
public class Rfq {
    private static final int MOST_AMENDMENTS = 20;
    private static final String AFTER_THE_LAST = "after-best-and-final";

    /** What bidders have at least to think of what was changed. */
    public static final Duration TIME_AFTER_A_CHANGE = Duration.ofHours(24);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID leadBodyId;
    private String title;

    @Enumerated(EnumType.STRING)
    private RfqState state;

    @Convert(converter = Lots.class)
    private List<Lot> lots;

    private Instant offerDeadline;
    private int amendments;
    private int membershipChanges;
    private int ratificationWindowHours;
    private int quorum;
    private int graceDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "roll_over")
    private RollOver rollOver;

    private @Nullable String wrappedKey;
    private Instant createdAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;

    @Embedded
    private @Nullable LastRound lastRound;

    protected Rfq() {}

    public static Rfq draft(UUID id, UnionBodyId lead, NewRfq asked, Instant now) {
        RfqRules.check(asked, now);
        var rfq = new Rfq();
        rfq.id = id;
        rfq.leadBodyId = lead.value();
        rfq.title = asked.title();
        rfq.state = RfqState.DRAFT;
        rfq.lots = List.copyOf(asked.lots());
        rfq.offerDeadline = asked.offerDeadline();
        rfq.ratificationWindowHours = asked.ratificationWindowHours();
        rfq.quorum = asked.quorum();
        rfq.graceDays = asked.graceDays();
        rfq.rollOver = asked.rollOver();
        rfq.createdAt = now;
        return rfq;
    }

    /** Opens it for offers under a key of its own; refused when its deadline has passed already. */
    public void open(Instant now, String ownWrappedKey) {
        RfqState next = state.after(RfqMove.OPEN);
        if (!offerDeadline.isAfter(now)) throw RfqRules.invalid("/offerDeadline", "in-the-past");
        wrappedKey = ownWrappedKey;
        openedAt = now;
        state = next;
    }

    /**
     * While it is open: other lots by the same names, and more time. Counted, so that whoever amends what was amended meanwhile is told.
     *
     * @param newDeadline not before the present one, and a day from now at least
     */
    public void amend(List<Lot> newLots, Instant newDeadline, Instant now) {
        RfqState next = state.after(RfqMove.AMEND);
        if (amendments >= MOST_AMENDMENTS)
            throw Refusal.of(ProblemType.TOO_MANY_AMENDMENTS, Map.of("most", MOST_AMENDMENTS));
        if (newDeadline.isBefore(offerDeadline))
            throw RfqRules.invalid("/offerDeadline", "before-the-present-deadline");
        RfqRules.requireTime("/offerDeadline", newLots, newDeadline, now);
        lots = List.copyOf(newLots);
        offerDeadline = newDeadline;
        amendments++;
        state = next;
    }

    /** How many have to say yes; of an amendment, for members may have left since it was drafted. */
    public void needs(int saidYes) {
        quorum = saidYes;
    }

    /** Whether bidders would have time enough to think of it, where there are any yet. */
    public boolean membersMayChange(Instant now) {
        return (state == RfqState.DRAFT && !now.isAfter(offerDeadline))
                || (state == RfqState.OPEN && !now.plus(TIME_AFTER_A_CHANGE).isAfter(offerDeadline));
    }

    /**
     * An enterprise joins or leaves: while it is drafted, and while it is open as long as its bidders have a day to think of it. Counted,
     * so that whoever moves what was changed meanwhile is told.
     */
    public void changeMembers(String verb, Instant now) {
        if (state != RfqState.DRAFT && state != RfqState.OPEN) throw Machine.illegal(verb, state.word());
        if (now.isAfter(offerDeadline)) throw Machine.illegal(verb, "deadline-passed");
        if (!membersMayChange(now))
            throw Refusal.of(
                    ProblemType.TOO_LATE_FOR_MEMBERS, Map.of("until", offerDeadline.minus(TIME_AFTER_A_CHANGE)));
        membershipChanges++;
    }

    /** Closes it after its deadline; closing earlier is an illegal move, by whomever. */
    public void close(Instant now) {
        RfqState next = state.after(RfqMove.CLOSE);
        if (!now.isAfter(offerDeadline)) throw Machine.illegal("close", "open");
        closedAt = now;
        state = next;
    }

    /**
     * Once, while the offers are on the table: whoever stands may better its offer by this deadline.
     *
     * @param deadline a day from now at least
     */
    public void callBestAndFinal(Instant deadline, String principal, @Nullable String reason, Instant now) {
        RfqState next = state.after(RfqMove.CALL_BEST_AND_FINAL);
        if (lastRound != null) throw Machine.illegal(Machine.word(RfqMove.CALL_BEST_AND_FINAL), AFTER_THE_LAST);
        RfqRules.requireTime("/deadline", lots, deadline, now);
        lastRound = new LastRound(now, principal, deadline, reason);
        state = next;
    }

    /** After its deadline alone. */
    public void endBestAndFinal(Instant now) {
        RfqState next = state.after(RfqMove.END_BEST_AND_FINAL);
        Objects.requireNonNull(lastRound).end(now);
        state = next;
    }

    /** In time is up to and including the round's deadline, while it runs. */
    public void requireTakesLastOffers(String verb, Instant now) {
        if (state != RfqState.BEST_AND_FINAL) throw Machine.illegal(verb, state.word());
        Objects.requireNonNull(lastRound).requireInTime(now);
    }

    /** Not after the last offers were asked for. */
    public void requireMayCounter() {
        if (lastRound != null) throw Machine.illegal("counter", AFTER_THE_LAST);
    }

    /** Every other move: only the table decides. */
    public void move(RfqMove move) {
        state = state.after(move);
    }

    /** In time is up to and including the deadline, while open. */
    public void requireTakesOffers(Instant now) {
        if (state == RfqState.DRAFT) throw Refusal.notFound();
        if (now.isAfter(offerDeadline)) throw Refusal.of(ProblemType.OFFER_TOO_LATE);
        if (state != RfqState.OPEN) throw Machine.illegal("offer", state.word());
    }

    /** For what may be done up to and including the deadline, while open. */
    public void requireOpen(String verb, Instant now) {
        if (state != RfqState.OPEN) throw Machine.illegal(verb, state.word());
        if (now.isAfter(offerDeadline)) throw Machine.illegal(verb, "deadline-passed");
    }

    /** While the offers are on the table: closed, and nothing awarded. */
    public void requireBargaining(String verb) {
        if (state != RfqState.CLOSED && state != RfqState.EVALUATED) throw Machine.illegal(verb, state.word());
    }

    /** True from its close on: what was offered may be seen by the union. */
    public boolean unsealed() {
        return closedAt != null;
    }

    /** While there may be offers that nobody is to know of but their bidders. */
    public boolean takesSealed() {
        return closedAt == null || state == RfqState.BEST_AND_FINAL;
    }

    public Duration ratificationWindow() {
        return Duration.ofHours(ratificationWindowHours);
    }

    public Optional<Lot> lot(String name) {
        return lots.stream().filter(lot -> lot.name().equals(name)).findFirst();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UnionBodyId leadBodyId() {
        return new UnionBodyId(leadBodyId);
    }

    public String title() {
        return title;
    }

    public RfqState state() {
        return state;
    }

    public List<Lot> lots() {
        return lots;
    }

    public Instant offerDeadline() {
        return offerDeadline;
    }

    /** How often it was amended. */
    public int amendments() {
        return amendments;
    }

    public int ratificationWindowHours() {
        return ratificationWindowHours;
    }

    public int quorum() {
        return quorum;
    }

    public int graceDays() {
        return graceDays;
    }

    public RollOver rollOver() {
        return rollOver;
    }

    /** Of an RFQ that was opened. */
    public String wrappedKey() {
        return Objects.requireNonNull(wrappedKey);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** Where one was called. */
    public Optional<LastRound> bestAndFinal() {
        return Optional.ofNullable(lastRound);
    }

    /** The latest instant that an offer may come in at. */
    public Instant lastDeadline() {
        return lastRound == null ? offerDeadline : lastRound.deadline();
    }

    /** The lots in their column. */
    @Converter
    public static class Lots extends Json.Column<List<Lot>> {
        public Lots() {
            super(new TypeReference<>() {});
        }
    }
}
