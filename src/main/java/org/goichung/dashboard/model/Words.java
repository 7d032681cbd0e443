package org.goichung.dashboard.model;

/** Numbers as papers in Vietnamese have them. */
public final class Words {
    private Words() {}

    /** {@code 90.000 đồng}. */
    public static String vnd(long amount) {
        return SaidOfPackagesInVietnamese.SAID.vnd(amount);
    }

    /** {@code 1.240}. */
    public static String count(long amount) {
        return SaidOfPackagesInVietnamese.SAID.count(amount);
    }

    /** {@code 1,5 GB}, {@code 500 MB}: rounded down, so that nobody is promised more. */
    public static String data(long bytes) {
        return SaidOfPackagesInVietnamese.SAID.data(bytes);
    }

    /** A number {@code 0xxxxxxxxx} as people read it out: {@code 0912 345 678}. */
    public static String number(String local) {
        return local.substring(0, 4) + " " + local.substring(4, 7) + " " + local.substring(7);
    }
}
