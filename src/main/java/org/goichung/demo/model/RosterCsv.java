package org.goichung.demo.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A roster as an enterprise's office would export it. */
public final class RosterCsv {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String HEADER =
            "Họ và tên*,CCCD*,Số điện thoại*,Năm sinh,Ngày vào làm*,Ngày nghỉ,Đoàn viên,Lương,Cước/tháng,Loại máy,Xã/Phường,Tỉnh,"
                    + "Nhà mạng,Dung lượng/tháng,Số lần gián đoạn";

    private RosterCsv() {}

    public static String of(List<DemoWorker> workers) {
        return workers.stream().map(RosterCsv::line).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private static String line(DemoWorker worker) {
        Long data = worker.monthlyDataMegabytes();
        return Stream.of(
                        worker.fullName(),
                        worker.nationalId(),
                        worker.msisdn(),
                        text(worker.birthYear()),
                        DAY.format(worker.employedFrom()),
                        day(worker.employedTo()),
                        either(worker.unionMember(), "Có", "Không"),
                        text(worker.monthlyWageVnd()),
                        text(worker.monthlyTelecomSpendVnd()),
                        either(worker.smartphone(), "Thông minh", "Phổ thông"),
                        text(worker.commune()),
                        text(worker.province()),
                        text(worker.carrier()),
                        data == null ? "" : data + " MB",
                        text(worker.lapses()))
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String either(@Nullable Boolean value, String yes, String no) {
        return value == null ? "" : value ? yes : no;
    }
}
