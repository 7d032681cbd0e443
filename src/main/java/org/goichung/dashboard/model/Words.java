package org.goichung.dashboard.model;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;

/** Numbers and packages in words that a worker reads on a small screen. */
public final class Words {
    private static final long GB = 1_000_000_000L;
    private static final long MB = 1_000_000L;

    private Words() {}

    /** {@code 90.000 đồng}. */
    public static String vnd(long amount) {
        return number("#,##0", amount) + " đồng";
    }

    /** {@code 1,5 GB}, {@code 500 MB}: rounded down, so that nobody is promised more. */
    public static String data(long bytes) {
        if (bytes < GB) return bytes / MB + " MB";
        long tenths = bytes / (GB / 10);
        return tenths % 10 == 0 ? tenths / 10 + " GB" : tenths / 10 + "," + tenths % 10 + " GB";
    }

    /** {@code mỗi ngày}, {@code mỗi 30 ngày}. */
    public static String every(int days) {
        return days == 1 ? "mỗi ngày" : "mỗi " + days + " ngày";
    }

    /** What a package gives, a sentence each. */
    public static List<String> gives(Allowance allowance, int cycleDays) {
        var sentences = new ArrayList<String>();
        Long perDay = allowance.dataBytesPerDay();
        if (perDay != null && cycleDays > 1) sentences.add("Mỗi ngày " + data(perDay) + " để vào mạng.");
        else if (allowance.dataBytesPerCycle() > 0)
            sentences.add(data(allowance.dataBytesPerCycle()) + " để vào mạng, dùng trong " + cycleDays + " ngày.");
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
