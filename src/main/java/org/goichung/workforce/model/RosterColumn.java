package org.goichung.workforce.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of a roster; each is known by several names, without accents, in any case. */
public enum RosterColumn {
    FULL_NAME("Họ và tên", true, "ho ten", "ho va ten nld", "ten", "ten nguoi lao dong", "full name", "name"),
    NATIONAL_ID(
            "CCCD",
            true,
            "so cccd",
            "can cuoc",
            "so can cuoc",
            "can cuoc cong dan",
            "so can cuoc cong dan",
            "ma dinh danh",
            "so dinh danh",
            "so dinh danh ca nhan",
            "citizen id",
            "national id",
            "id number"),
    MSISDN(
            "Số điện thoại",
            true,
            "dien thoai",
            "sdt",
            "so dt",
            "di dong",
            "so di dong",
            "dien thoai di dong",
            "so thue bao",
            "phone",
            "phone number",
            "mobile",
            "msisdn"),
    BIRTH_YEAR("Năm sinh", false, "ngay sinh", "ngay thang nam sinh", "birth year", "year of birth", "born"),
    EMPLOYED_FROM(
            "Ngày vào làm",
            true,
            "ngay vao",
            "ngay bat dau",
            "ngay bat dau lam viec",
            "ngay nhan viec",
            "ngay vao cong ty",
            "start date",
            "employed from",
            "hired"),
    EMPLOYED_TO(
            "Ngày nghỉ", false, "ngay nghi viec", "ngay thoi viec", "ngay ket thuc", "end date", "employed to", "left"),
    UNION_MEMBER("Đoàn viên", false, "la doan vien", "doan vien cong doan", "union member", "member"),
    MONTHLY_WAGE(
            "Lương",
            false,
            "tien luong",
            "muc luong",
            "luong thang",
            "luong/thang",
            "thu nhap",
            "wage",
            "monthly wage",
            "salary"),
    MONTHLY_SPEND(
            "Cước/tháng",
            false,
            "cuoc",
            "tien cuoc",
            "cuoc hang thang",
            "cuoc dien thoai",
            "cuoc vien thong",
            "monthly spend",
            "telecom spend",
            "monthly telecom spend"),
    PHONE_KIND("Loại máy", false, "loai dien thoai", "may", "thiet bi", "phone kind", "phone type", "device"),
    COMMUNE("Xã/Phường", false, "xa phuong", "phuong xa", "phuong", "xa", "commune", "ward"),
    PROVINCE("Tỉnh", false, "tinh thanh", "tinh thanh pho", "tinh tp", "thanh pho", "province", "city"),
    CARRIER("Nhà mạng", false, "mang", "mang di dong", "carrier", "network"),
    MONTHLY_DATA("Dung lượng/tháng", false, "dung luong", "data", "data thang", "monthly data", "data usage"),
    LAPSES("Số lần gián đoạn", false, "so lan gian doan 90 ngay", "gian doan", "lapses", "lapses last 90 days");

    private static final Map<String, RosterColumn> BY_NAME = new HashMap<>();

    static {
        for (var column : values()) {
            BY_NAME.put(Folded.of(column.header), column);
            for (String alias : column.aliases) BY_NAME.put(Folded.of(alias), column);
        }
    }

    private final String header;
    private final boolean required;
    private final String[] aliases;

    RosterColumn(String header, boolean required, String... aliases) {
        this.header = header;
        this.required = required;
        this.aliases = aliases;
    }

    /** As it stands in our own template, and in what we say of a row. */
    public String header() {
        return header;
    }

    public boolean required() {
        return required;
    }

    /** The column that a header cell names; a star, as templates mark what is required, does not matter. */
    public static Optional<RosterColumn> named(String cell) {
        return Optional.ofNullable(BY_NAME.get(Folded.of(cell)));
    }
}
