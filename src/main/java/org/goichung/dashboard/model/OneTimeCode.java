package org.goichung.dashboard.model;

import java.security.SecureRandom;
import java.util.Locale;

/** Six digits that prove who holds a number. */
public record OneTimeCode(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    public static OneTimeCode random() {
        return new OneTimeCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
    }

    /** Without diacritics, so that it stays one message of 160 characters. */
    public String sms(int minutes) {
        return "GoiChung: ma cua ban la " + digits + ", dung trong " + minutes
                + " phut. Khong dua ma nay cho bat ky ai. Neu ban khong yeu cau, hay bo qua tin nay.";
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
