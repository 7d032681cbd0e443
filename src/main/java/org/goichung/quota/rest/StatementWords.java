package org.goichung.quota.rest;

import java.util.List;
import java.util.Map;
import org.goichung.platform.http.Language;
import org.goichung.quota.Unit;

/** The words of a statement that people read. */
record StatementWords(
        List<String> header, Map<String, String> lines, Map<Unit, String> units, Map<String, String> kinds) {
    private static final StatementWords VI = new StatementWords(
            List.of(
                    "Dòng",
                    "Quỹ hạn mức",
                    "Thỏa thuận",
                    "Phiên bản gói",
                    "Kỳ của quỹ",
                    "Đơn vị tính",
                    "Số bút toán",
                    "Lúc (giờ Việt Nam)",
                    "Loại",
                    "Hạn mức",
                    "Đang giữ",
                    "Đã trừ",
                    "Vượt hạn mức",
                    "Còn lại",
                    "Tham chiếu"),
            Map.of(
                    "opening", "Đầu kỳ",
                    "entry", "Bút toán",
                    "closing", "Cuối kỳ",
                    "total-opening", "Tổng đầu kỳ",
                    "total-change", "Tổng phát sinh",
                    "total-closing", "Tổng cuối kỳ"),
            Map.of(Unit.LINE_CYCLE, "lượt gói", Unit.BYTE, "byte", Unit.VND, "đồng"),
            Map.ofEntries(
                    Map.entry("grant", "cấp"),
                    Map.entry("carry-in", "kỳ trước chuyển sang"),
                    Map.entry("carry-out", "chuyển sang kỳ sau"),
                    Map.entry("transfer-in", "nhận chuyển"),
                    Map.entry("transfer-out", "chuyển đi"),
                    Map.entry("return", "hoàn"),
                    Map.entry("draw", "trừ"),
                    Map.entry("reserve", "giữ"),
                    Map.entry("post", "trừ phần đã giữ"),
                    Map.entry("void", "huỷ giữ"),
                    Map.entry("expire", "hết hạn giữ"),
                    Map.entry("usage", "sử dụng")));
    private static final StatementWords EN = new StatementWords(
            List.of(
                    "Line",
                    "Pool",
                    "Agreement",
                    "Package version",
                    "Period of the pool",
                    "Unit",
                    "Entry number",
                    "At (time of Vietnam)",
                    "Kind",
                    "Limit",
                    "Reserved",
                    "Posted",
                    "Overused",
                    "Available",
                    "Reference"),
            Map.of(
                    "opening", "Opening",
                    "entry", "Entry",
                    "closing", "Closing",
                    "total-opening", "Total opening",
                    "total-change", "Total change",
                    "total-closing", "Total closing"),
            Map.of(Unit.LINE_CYCLE, "line-cycle", Unit.BYTE, "byte", Unit.VND, "VND"),
            Map.of());

    static StatementWords of(Language language) {
        return switch (language) {
            case VI, KM -> VI;
            case EN -> EN;
        };
    }

    String line(String name) {
        return lines.getOrDefault(name, name);
    }

    String unit(Unit unit) {
        return units.getOrDefault(unit, unit.name());
    }

    /** The field's own word where the language has no other. */
    String kind(String kind) {
        return kinds.getOrDefault(kind, kind);
    }
}
