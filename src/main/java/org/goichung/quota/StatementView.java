package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A month's statement but for its entries, which are read page by page. Every entry of an enterprise stands in one statement: that of
 * its pool's period, or where it came behind that period's close, that of the month it was recorded in. So where a pool stands in
 * several, each opens with what the one before closed with.
 *
 * @param asOf null where the statement is final: the month is over and its pools are closed, so that it never changes again
 */
public record StatementView(
        EnterpriseId enterpriseId, Period period, @Nullable Instant asOf, List<Section> pools, List<Total> totals) {

    /**
     * One pool's part.
     *
     * @param period the pool's own, which may be an earlier one
     * @param firstEntry the numbers of its entries, both inclusive; where it has none the first is the greater
     */
    public record Section(
            UUID id,
            UUID agreementId,
            CarrierId carrierId,
            UUID packageVersionId,
            Period period,
            Unit unit,
            long firstEntry,
            long lastEntry,
            Sums opening,
            Sums closing) {

        public Sums change() {
            return closing.minus(opening);
        }

        public long entries() {
            return lastEntry - firstEntry + 1;
        }
    }

    /** The sums over all pools of one unit; {@code closing} is {@code opening} and {@code change}. */
    public record Total(Unit unit, long entries, Sums opening, Sums change, Sums closing) {}

    /** What entries add up to: of one pool a {@code long} each, of several together more. */
    public record Sums(BigInteger limit, BigInteger reserved, BigInteger posted, BigInteger overused) {
        public static final Sums NOTHING = of(0, 0, 0, 0);

        public static Sums of(long limit, long reserved, long posted, long overused) {
            return new Sums(
                    BigInteger.valueOf(limit),
                    BigInteger.valueOf(reserved),
                    BigInteger.valueOf(posted),
                    BigInteger.valueOf(overused));
        }

        @JsonProperty
        public BigInteger available() {
            return limit.subtract(reserved).subtract(posted);
        }

        public Sums plus(Sums other) {
            return new Sums(
                    limit.add(other.limit),
                    reserved.add(other.reserved),
                    posted.add(other.posted),
                    overused.add(other.overused));
        }

        public Sums minus(Sums other) {
            return new Sums(
                    limit.subtract(other.limit),
                    reserved.subtract(other.reserved),
                    posted.subtract(other.posted),
                    overused.subtract(other.overused));
        }
    }
}
