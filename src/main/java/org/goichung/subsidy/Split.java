package org.goichung.subsidy;

/** Who bears how many đồng of one line's price; the four make the price exactly. */
public record Split(long carrierVnd, long unionVnd, long employerVnd, long workerVnd) {

    public long totalVnd() {
        return Math.addExact(Math.addExact(carrierVnd, unionVnd), Math.addExact(employerVnd, workerVnd));
    }
}
