package org.goichung.dashboard.model;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Numbers and packages in words that a worker reads on a small screen. */
public final class Words {
    private static final long GB = 1_000_000_000L;
    private static final long MB = 1_000_000L;

    /** Keeps a number and its unit on one line. */
    private static final String TIED = "\u00a0";

    private static final long HOUR_MINUTES = 60;

    private Words() {}

    /** {@code 90.000 đồng}. */
    public static String vnd(long amount) {
        return number("#,##0", amount) + TIED + "đồng";
    }

    /** {@code 1.240}. */
    public static String count(long amount) {
        return number("#,##0", amount);
    }

    /** {@code 1,5 GB}, {@code 500 MB}: rounded down, so that nobody is promised more. */
    public static String data(long bytes) {
        if (bytes < GB) return bytes / MB + TIED + "MB";
        long tenths = bytes / (GB / 10);
        return tenths % 10 == 0 ? tenths / 10 + TIED + "GB" : tenths / 10 + "," + tenths % 10 + TIED + "GB";
    }

    /** {@code mỗi ngày}, {@code mỗi 30 ngày}. */
    public static String every(int days) {
        return days == 1 ? "mỗi ngày" : "mỗi " + days + TIED + "ngày";
    }

    /** A number {@code 0xxxxxxxxx} as people read it out: {@code 0912 345 678}. */
    public static String number(String local) {
        return local.substring(0, 4) + " " + local.substring(4, 7) + " " + local.substring(7);
    }

    /** What went wrong at the worker's door, without a word of how it works inside; empty for what has no words of its own here. */
    public static Optional<String> refusal(ProblemType type, @Nullable Duration wait) {
        if (wait != null) {
            long minutes = wait.toMinutes() + 1;
            String howLong = minutes > HOUR_MINUTES - 5 ? "khoảng 1 giờ" : minutes + " phút";
            return Optional.of("Bạn đã thử nhiều lần. Hãy đợi " + howLong + " rồi thử lại, hoặc gặp cán bộ công đoàn.");
        }
        return switch (type) {
            case BAD_NUMBER -> Optional.of("Số này chưa đúng. Nhập đủ 10 chữ số, bắt đầu bằng số 0.");
            case WRONG_CODE -> Optional.of("Mã chưa đúng, hoặc đã hết hạn. Hãy xem lại tin nhắn mới nhất.");
            default -> Optional.empty();
        };
    }

    /** What a package gives, a sentence each. */
    public static List<String> gives(Allowance allowance, int cycleDays) {
        var sentences = new ArrayList<String>();
        Long perDay = allowance.dataBytesPerDay();
        if (perDay != null && cycleDays > 1) sentences.add("Mỗi ngày " + data(perDay) + " để vào mạng.");
        else if (allowance.dataBytesPerCycle() > 0)
            sentences.add(
                    data(allowance.dataBytesPerCycle()) + " để vào mạng, dùng trong " + cycleDays + TIED + "ngày.");
        if (allowance.dataBytesPerCycle() > 0) after(allowance.afterAllowance(), sentences);
        if (allowance.minutesAny() > 0) sentences.add(allowance.minutesAny() + " phút gọi mọi mạng.");
        if (allowance.minutesOnNet() > 0) sentences.add(allowance.minutesOnNet() + " phút gọi cùng mạng.");
        if (allowance.sms() > 0) sentences.add(allowance.sms() + " tin nhắn.");
        if (!allowance.zeroRatedApps().isEmpty())
            sentences.add(String.join(", ", allowance.zeroRatedApps()) + " không tính dung lượng.");
        return sentences;
    }

    private static void after(AfterAllowance after, List<String> sentences) {
        switch (after) {
            case AfterAllowance.Stop stop -> sentences.add("Hết dung lượng thì ngừng, không tốn thêm tiền.");
            case AfterAllowance.Throttle slow ->
                sentences.add("Hết dung lượng thì mạng chậm lại, không tốn thêm tiền.");
            case AfterAllowance.PerBlock block ->
                sentences.add("Chú ý: hết dung lượng mà dùng tiếp thì bị tính thêm tiền.");
            case AfterAllowance.Unstated unknown -> {}
        }
    }

    private static String number(String pattern, long amount) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi"))).format(amount);
    }
}
