package org.goichung.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.subsidy.Payer;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.PhoneKind;
import org.junit.jupiter.api.Test;

class MatchTest {
    private static final long GB = 1_000_000_000L;
    private static final Criterion MEMBER = new Criterion(
            "union-member",
            1,
            new RuleCompiler().compile("worker.unionMember"),
            new Sentences("Là đoàn viên.", "Chưa là đoàn viên.", "Chưa rõ có là đoàn viên không."),
            new Sentences("A member.", "No member.", "Not known."),
            null);
    private static final Facts SPENDS_120 = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
    private static final Facts NOTHING_KNOWN = Facts.of(People.blank());

    @Test
    void the_larger_saving_comes_first_but_only_where_the_data_suffices() {
        var cheapAndSmall = shelf("SMALL", "VIETTEL", 10_000, GB, 30);
        var cheap = shelf("CHEAP", "VIETTEL", 70_000, 12 * GB, 30);
        var dear = shelf("DEAR", "VIETTEL", 90_000, 60 * GB, 30);
        assertThat(codes(SPENDS_120, dear, cheapAndSmall, cheap)).containsExactly("CHEAP", "DEAR", "SMALL");
    }

    @Test
    void where_nothing_is_known_a_modest_use_is_assumed_and_no_saving_is_claimed() {
        var small = shelf("SMALL", "VIETTEL", 10_000, GB, 30);
        var fair = shelf("FAIR", "VIETTEL", 50_000, 3 * GB, 30);
        assertThat(codes(NOTHING_KNOWN, small, fair)).containsExactly("FAIR", "SMALL");
        Bill bill = match(fair, NOTHING_KNOWN).bill();
        assertThat(bill.savingVnd()).isNull();
        assertThat(bill.daysOfCover()).isNull();
        assertThat(bill.mustPort()).isNull();
        assertThat(text(fair, NOTHING_KNOWN, Language.VI)).contains("Trả 50.000 đ", "Chưa biết đang tốn bao nhiêu");
    }

    @Test
    void ties_are_broken_by_carrier_then_data_then_code() {
        var other = shelf("A", "MOBIFONE", 70_000, 20 * GB, 30);
        var more = shelf("C", "VIETTEL", 70_000, 20 * GB, 30);
        var less = shelf("B", "VIETTEL", 70_000, 15 * GB, 30);
        assertThat(codes(SPENDS_120, other, less, more)).containsExactly("C", "B", "A");
        assertThat(codes(SPENDS_120, more, other, less)).containsExactly("C", "B", "A");
    }

    @Test
    void another_cycle_is_reckoned_over_thirty_days_and_never_looks_better_than_it_is() {
        Bill bill = match(shelf("W", "VIETTEL", 30_000, 7 * GB, 7), SPENDS_120).bill();
        assertThat(bill.priceVnd()).isEqualTo(128_572);
        assertThat(bill.savingVnd()).isEqualTo(-8_572);
        assertThat(bill.dataBytes()).isEqualTo(30 * GB);
        assertThat(match(shelf("S", "VIETTEL", 10_000, 5 * GB, 30), SPENDS_120)
                        .bill()
                        .daysOfCover())
                .isEqualTo(15);
    }

    @Test
    void money_comes_first_in_short_sentences_of_both_languages() {
        var cheap = shelf("CHEAP", "MOBIFONE", 70_000, 4_800_000_000L, 30);
        assertThat(text(cheap, SPENDS_120, Language.VI))
                .isEqualTo(
                        "Rẻ hơn 50.000 đ. Trả 70.000 đ mỗi 30 ngày. Được 4,8 GB vào mạng. Chỉ đủ dùng khoảng 14 ngày."
                                + " Phải chuyển sang mạng MobiFone, giữ nguyên số. Hỏi công đoàn trước khi đăng ký.");
        assertThat(text(cheap, SPENDS_120, Language.EN))
                .startsWith("Cheaper by 50,000 đ. Pay 70,000 đ every 30 days. Gives 4.8 GB of data.");
    }

    @Test
    void it_is_said_in_khmer_too_and_what_nobody_wrote_in_khmer_is_said_in_vietnamese_and_says_so() {
        var cheap = shelf("CHEAP", "MOBIFONE", 70_000, 4_800_000_000L, 30);
        assertThat(text(cheap, SPENDS_120, Language.KM))
                .startsWith("ថោកជាង 50.000 ដុង។ បង់ 70.000 ដុង រៀងរាល់ 30 ថ្ងៃ។ បានអ៊ីនធឺណិត 4,8 GB។")
                .doesNotContain("đ", "Pay");
        var open =
                Candidate.offTheShelf(version("CN90", "VIETTEL", 90_000, 60 * GB, 30, List.of("union-member"), false));
        var told = answer(NOTHING_KNOWN, Language.KM, true, match(open, NOTHING_KNOWN));
        assertThat(told.language()).isEqualTo("km");
        assertThat(told.text())
                .isEqualTo("ឥឡូវមិនទាន់មានគម្រោងណាជួយសន្សំប្រាក់ទេ។ ជិតបានជាងគេគឺគម្រោង CN90 របស់ MobiFone។"
                        + " ត្រូវសួរបន្ថែម៖ Chưa rõ có là đoàn viên không."
                        + " នៅកន្លែងធ្វើការមាន wifi។ ប្រើអ៊ីនធឺណិតតាម wifi មិនអស់ប្រាក់ទេ។");
        assertThat(told.matches().getFirst().reasons())
                .extracting(org.goichung.eligibility.Reason::language)
                .containsExactly("vi");
        assertThat(answer(NOTHING_KNOWN, Language.VI, true, match(open, NOTHING_KNOWN))
                        .matches()
                        .getFirst()
                        .reasons())
                .extracting(org.goichung.eligibility.Reason::language)
                .containsOnlyNulls();
    }

    @Test
    void an_sms_is_told_only_where_somebody_checked_the_package() {
        var unverified = shelf("V", "VIETTEL", 70_000, 20 * GB, 30);
        var verified = Candidate.offTheShelf(version("V", "VIETTEL", 70_000, 20 * GB, 30, List.of(), true));
        assertThat(text(unverified, SPENDS_120, Language.VI)).doesNotContain("Soạn tin");
        assertThat(new Wording(Language.VI, LocalDate.of(2026, 11, 1))
                        .text(match(verified, SPENDS_120), "Viettel", false))
                .endsWith("Soạn tin DK V gửi 191.");
    }

    @Test
    void a_subsidised_line_that_is_free_says_so_and_names_what_is_missing() {
        var programme = new ProgrammeView(
                UUID.randomUUID(),
                "P",
                List.of(),
                Payer.UNION,
                List.of("union-member"),
                List.of(),
                LocalDate.EPOCH,
                null);
        var free = new Candidate(
                version("CN90", "VIETTEL", 90_000, 60 * GB, 30, List.of(), true),
                UUID.randomUUID(),
                programme,
                80_000,
                0);
        assertThat(text(free, SPENDS_120, Language.VI))
                .startsWith("Bớt được 120.000 đ. Không phải trả tiền.")
                .endsWith("Nhờ công đoàn đăng ký giúp.");
        Match open = match(free, NOTHING_KNOWN);
        assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(open.parts().getFirst().missing()).containsExactly("worker.unionMember");
        assertThat(text(free, NOTHING_KNOWN, Language.VI)).contains("Cần hỏi thêm: Chưa rõ có là đoàn viên không.");
        var retail = match(shelf("R", "VIETTEL", 50_000, 20 * GB, 30), NOTHING_KNOWN);
        assertThat(Match.ranked(List.of(open, retail)).getFirst()).isEqualTo(retail);
        assertThat(Match.nearestMiss(List.of(open, retail))).contains(open);
        assertThat(Match.nearestMiss(List.of(retail))).isEmpty();
    }

    @Test
    void one_of_several_is_enough_and_a_criterion_may_be_one_that_must_not_hold() {
        Facts member = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
        assertThat(part("union-member|no-such", member).verdict()).isEqualTo(Verdict.YES);
        assertThat(part("!union-member", member).verdict()).isEqualTo(Verdict.NO);
        assertThat(part("!union-member | no-such", member).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(part("!union-member", NOTHING_KNOWN).missing()).containsExactly("worker.unionMember");
        assertThat(new Wording(Language.VI, People.TODAY).reason(part("!union-member", member)))
                .isEqualTo("Là đoàn viên.");
    }

    @Test
    void what_does_as_much_for_the_person_shares_its_rank() {
        var one = match(shelf("A", "VIETTEL", 70_000, 20 * GB, 30), SPENDS_120);
        var same = match(shelf("B", "VIETTEL", 70_000, 20 * GB, 30), SPENDS_120);
        var less = match(shelf("C", "VIETTEL", 80_000, 20 * GB, 30), SPENDS_120);
        assertThat(answer(SPENDS_120, Language.VI, false, one, same, less).matches())
                .extracting(view -> view.packageCode() + view.rank())
                .containsExactly("A1", "B1", "C3");
    }

    @Test
    void matches_come_in_the_same_order_however_they_were_found() {
        var random = new Random(20261126);
        for (int round = 0; round < 300; round++) {
            Facts person = Facts.of(People.spending(120_000L, random.nextInt(3) * 10 * GB, "VIETTEL"));
            List<Match> found = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                var version = version(
                        "P" + random.nextInt(4),
                        random.nextBoolean() ? "VIETTEL" : "MOBIFONE",
                        random.nextInt(20) == 0 ? 100_000_000 : 10_000 * random.nextInt(1, 4),
                        random.nextInt(4) * 10 * GB,
                        random.nextInt(10) == 0 ? 1 : 30,
                        List.of(List.of("union-member"), List.of("!union-member"), List.of("no-such"))
                                .get(random.nextInt(3)),
                        false);
                found.add(match(Candidate.offTheShelf(version), person));
            }
            assertThat(Match.ranked(found))
                    .isEqualTo(found.stream().sorted(Match::byStanding).toList());
        }
    }

    @Test
    void where_nothing_saves_money_the_nearest_miss_what_would_change_it_and_the_wifi_are_named() {
        Facts spends = Facts.of(People.spending(60_000L, 10 * GB, "VIETTEL"));
        var dear = match(shelf("DEAR", "VIETTEL", 90_000, 60 * GB, 30), spends);
        var nothing = answer(spends, Language.VI, true, dear);
        assertThat(nothing.text())
                .isEqualTo(
                        "Hiện chưa có gói nào giúp bớt tiền. Gần được nhất là gói DEAR của MobiFone. Tốn thêm 30.000 đ. Đủ dùng cả tháng."
                                + " Ở công ty có wifi. Vào mạng bằng wifi thì không mất tiền.");
        assertThat(nothing.nothing()).isNotNull();
        assertThat(nothing.nothing().wifiAtWork()).isTrue();
        var open = new Candidate(
                version("CN90", "VIETTEL", 90_000, 60 * GB, 30, List.of("union-member"), false), null, null, 0, 0);
        var miss = answer(NOTHING_KNOWN, Language.EN, false, match(open, NOTHING_KNOWN));
        assertThat(miss.text())
                .isEqualTo(
                        "No package saves money now. The nearest is package CN90 of MobiFone. To find out: Not known.");
        assertThat(miss.nothing().changes()).containsExactly("To find out: Not known.");
        assertThat(miss.missingFacts())
                .containsExactly(
                        "worker.carrier",
                        "worker.monthlyDataBytes",
                        "worker.monthlyTelecomSpendVnd",
                        "worker.phoneKind",
                        "worker.unionMember");
        assertThat(miss.carrier().basis()).isEqualTo("unknown");
    }

    @Test
    void an_sms_is_told_only_for_what_was_checked_today_is_theirs_and_is_known_to_be_their_carriers() {
        var candidate = Candidate.offTheShelf(version("V", "VIETTEL", 70_000, 20 * GB, 30, List.of(), true));
        var checked = match(candidate, SPENDS_120);
        LocalDate checkedOn = LocalDate.of(2026, 11, 1);
        var today = new Wording(Language.VI, checkedOn);
        assertThat(today.bySms(checked, false)).isTrue();
        assertThat(today.bySms(checked, true)).isFalse();
        assertThat(new Wording(Language.VI, null).bySms(checked, false)).isFalse();
        assertThat(today.bySms(match(candidate, NOTHING_KNOWN), false)).isFalse();
        for (int days : new int[] {-1, 1, 30})
            assertThat(new Wording(Language.VI, checkedOn.plusDays(days)).bySms(checked, false))
                    .as("%d days later", days)
                    .isFalse();
        var members =
                Candidate.offTheShelf(version("V", "VIETTEL", 70_000, 20 * GB, 30, List.of("!union-member"), true));
        Facts member = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
        assertThat(today.bySms(match(members, member), false)).isFalse();
        assertThat(today.text(match(members, member), "Viettel", false)).endsWith("Chưa được vì: Là đoàn viên.");
    }

    @Test
    void what_does_not_last_most_of_the_month_is_no_help_however_little_it_costs() {
        Facts heavy = Facts.of(People.spending(60_000L, 50 * GB, "VIETTEL"));
        var tiny = match(shelf("D10", "VIETTEL", 10_000, 40_000_000L, 30), heavy);
        assertThat(tiny.helps()).isFalse();
        var nothing = answer(heavy, Language.VI, true, tiny);
        assertThat(nothing.text())
                .startsWith("Hiện chưa có gói nào giúp bớt tiền.")
                .contains("wifi");
        assertThat(nothing.matches().getFirst().text()).contains("Không đủ dùng trong một ngày.");
        var asked =
                Candidate.offTheShelf(version("DEAR", "VIETTEL", 90_000, 60 * GB, 30, List.of("!union-member"), false));
        assertThat(Match.nearestMiss(List.of(tiny, match(asked, heavy)))).isEmpty();
    }

    @Test
    void what_the_person_has_already_is_told_as_such_and_only_what_beats_it_is_praised() {
        var version = version("MINE", "VIETTEL", 90_000, 20 * GB, 30, List.of("!union-member"), false);
        var as = new EnrolledPackage(
                version.id(), new EnterpriseId(new UUID(1, 1)), UUID.randomUUID(), UUID.randomUUID(), 80_000, 70_000);
        var mine = Candidate.held(version, as);
        Facts holder = Facts.of(People.enrolled(People.spending(120_000L, 10 * GB, "VIETTEL"), as));
        Function<Candidate, Match> match =
                each -> Match.of(each, new Standings(holder, People.TODAY, Map.of("union-member", MEMBER)::get, mine));
        var had = match.apply(mine);
        var retail = match.apply(shelf("MINE", "VIETTEL", 90_000, 20 * GB, 30));
        var alone = answer(holder, Language.VI, false, retail, had);
        assertThat(had.verdict()).isEqualTo(Verdict.YES);
        assertThat(alone.text())
                .isEqualTo("Đang có gói MINE của MobiFone qua công đoàn. Trả 70.000 đ mỗi 30 ngày. Được 20 GB vào mạng."
                        + " Hiện chưa có gói nào lợi hơn.");
        assertThat(alone.nothing()).isNull();
        assertThat(alone.matches())
                .extracting(org.goichung.eligibility.LookupView.Match::getBy)
                .containsExactly("enrolled", "ask");
        assertThat(alone.matches().getFirst().howToGet()).isEqualTo("Đang có gói này qua công đoàn.");
        var better = answer(holder, Language.EN, false, had, match.apply(negotiated("MORE", 50_000, 20 * GB)));
        assertThat(better.text())
                .startsWith("You have package MINE of MobiFone through your union.")
                .contains("There is a better one. Save 20,000 đ.")
                .endsWith("It is package MORE of MobiFone.");
    }

    @Test
    void to_a_keypad_phone_data_is_no_help() {
        Facts keypad = Facts.of(People.withPhone(People.spending(120_000L, 0L, "VIETTEL"), PhoneKind.FEATURE));
        var data = match(shelf("DATA", "VIETTEL", 10_000, 20 * GB, 30), keypad);
        assertThat(data.helps()).isFalse();
        assertThat(answer(keypad, Language.VI, false, data).text()).startsWith("Hiện chưa có gói nào");
        assertThat(answer(keypad, Language.VI, false, data).matches().getFirst().text())
                .contains("Máy bấm phím không dùng được dung lượng vào mạng.")
                .doesNotContain("Đủ dùng cả tháng");
    }

    @Test
    void a_nearest_miss_says_what_would_change_it() {
        Facts outsider = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
        var closed =
                Candidate.offTheShelf(version("CN90", "VIETTEL", 60_000, 20 * GB, 30, List.of("!union-member"), false));
        var nothing = answer(outsider, Language.VI, false, match(closed, outsider));
        assertThat(nothing.nothing().changes()).containsExactly("Sẽ được nếu: Chưa là đoàn viên.");
        assertThat(nothing.text()).endsWith("Chưa được vì: Là đoàn viên. Sẽ được nếu: Chưa là đoàn viên.");
    }

    @Test
    void a_plain_no_asks_for_nothing_more_and_a_nearest_miss_promises_nothing_while_something_is_open() {
        Facts member = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
        var closed = Candidate.offTheShelf(
                version("CN90", "VIETTEL", 60_000, 20 * GB, 30, List.of("!union-member", "no-such"), false));
        assertThat(text(closed, member, Language.EN))
                .endsWith("Not yet, because: " + MEMBER.sentence(Verdict.YES, Language.EN));
        var nothing = answer(member, Language.EN, false, match(closed, member));
        assertThat(nothing.nothing().changes()).singleElement().asString().startsWith("Needed: ");
        assertThat(nothing.text()).doesNotContain(Clause.unwritten(Language.EN), "It would be yours", "find out");
    }

    @Test
    void nothing_is_called_saved_where_the_answer_is_that_nothing_helps() {
        Facts uses = Facts.of(People.spending(56_000L, 3_800_000_000L, "VIETTEL"));
        var cheap = match(shelf("V50C", "VIETTEL", 50_000, 3 * GB, 30), uses);
        assertThat(cheap.helps()).isFalse();
        var nothing = answer(uses, Language.EN, false, cheap);
        assertThat(nothing.text())
                .isEqualTo("No package saves money now. The nearest is package V50C of MobiFone."
                        + " Cheaper by 6,000 đ. Lasts about 23 days only.");
        assertThat(nothing.nothing().changes()).containsExactly("Cheaper by 6,000 đ.", "Lasts about 23 days only.");
        assertThat(nothing.nearestMiss()).isNotNull();
        assertThat(nothing.matches().getFirst().text()).doesNotContain("Save");
        var most = match(shelf("V30", "VIETTEL", 30_000, 3 * GB, 30), uses);
        assertThat(most.helps()).isTrue();
        assertThat(answer(uses, Language.EN, false, most).text()).startsWith("Cheaper by 26,000 đ.");
    }

    @Test
    void a_package_that_does_not_help_hides_none_that_would() {
        Facts heavy = Facts.of(People.spending(100_000L, 10 * GB, "VIETTEL"));
        var small = match(shelf("S", "VIETTEL", 10_000, 6_400_000_000L, 30), heavy);
        assertThat(small.helps()).isFalse();
        var closed = match(
                Candidate.offTheShelf(version("U", "VIETTEL", 50_000, 10 * GB, 30, List.of("!union-member"), false)),
                heavy);
        assertThat(small.beats(closed)).isTrue();
        assertThat(Match.nearestMiss(List.of(small, closed))).contains(closed);
        assertThat(answer(heavy, Language.EN, false, small, closed).text())
                .startsWith(
                        "No package saves money now. The nearest is package U of MobiFone: it would save 50,000 đ.");
        Facts uses = Facts.of(People.spending(56_000L, 3_800_000_000L, "VIETTEL"));
        var brief = match(
                Candidate.offTheShelf(version("B", "VIETTEL", 30_000, 3 * GB, 30, List.of("!union-member"), false)),
                uses);
        assertThat(answer(uses, Language.EN, false, brief).text()).doesNotContain("save 26,000");
    }

    @Test
    void to_a_keypad_phone_no_days_of_data_are_told() {
        Facts keypad = Facts.of(People.withPhone(People.spending(50_000L, 2 * GB, "VIETTEL"), PhoneKind.FEATURE));
        assertThat(match(shelf("DATA", "VIETTEL", 10_000, 0, 30), keypad).bill().daysOfCover())
                .isNull();
    }

    @Test
    void somebody_with_a_keypad_phone_and_nothing_to_gain_is_told_why() {
        Facts keypad = Facts.of(People.withPhone(People.spending(50_000L, 0L, "VIETTEL"), PhoneKind.FEATURE));
        var nothing = answer(keypad, Language.EN, false, match(shelf("DATA", "VIETTEL", 10_000, 20 * GB, 30), keypad));
        assertThat(nothing.text()).isEqualTo("No package saves money now. A keypad phone cannot use the data.");
        assertThat(nothing.nothing().changes()).containsExactly("A keypad phone cannot use the data.");
    }

    @Test
    void the_kind_of_phone_is_asked_for_and_nothing_that_a_plain_no_leaves_open() {
        assertThat(answer(
                                NOTHING_KNOWN,
                                Language.VI,
                                false,
                                match(shelf("A", "VIETTEL", 50_000, 20 * GB, 30), NOTHING_KNOWN))
                        .missingFacts())
                .contains("worker.phoneKind");
        assertThat(text(shelf("A", "VIETTEL", 50_000, 20 * GB, 30), NOTHING_KNOWN, Language.EN))
                .contains("Needs a phone that can use data.");
        assertThat(text(shelf("A", "VIETTEL", 50_000, 20 * GB, 30), SPENDS_120, Language.EN))
                .doesNotContain("Needs a phone");
        Facts member = Facts.of(People.spending(120_000L, 10 * GB, "VIETTEL"));
        var home = new Criterion(
                "home", 1, new RuleCompiler().compile("worker.communeCode == '31153'"), MEMBER.vi(), MEMBER.en(), null);
        var no = Match.of(
                Candidate.offTheShelf(
                        version("NO", "VIETTEL", 50_000, 20 * GB, 30, List.of("!union-member", "home"), false)),
                new Standings(member, People.TODAY, Map.of("union-member", MEMBER, "home", home)::get));
        assertThat(no.parts().get(1).missing()).containsExactly("worker.communeCode");
        assertThat(answer(member, Language.VI, false, no).missingFacts()).isEmpty();
    }

    private static Candidate negotiated(String code, long price, long bytes) {
        var version = version(code, "VIETTEL", 90_000, bytes, 30, List.of(), false);
        return new Candidate(version, UUID.randomUUID(), null, price, price);
    }

    private static org.goichung.eligibility.LookupView answer(
            Facts person, Language language, boolean wifi, Match... matches) {
        return new Answer(person, new Wording(language, People.TODAY), code -> "MobiFone")
                .view(Match.ranked(List.of(matches)), wifi, java.time.Instant.EPOCH, 0);
    }

    private static Match.Part part(String line, Facts person) {
        return standings(person).part(line);
    }

    private static List<String> codes(Facts person, Candidate... candidates) {
        return Match.ranked(java.util.Arrays.stream(candidates)
                        .map(candidate -> match(candidate, person))
                        .toList())
                .stream()
                .map(match -> match.candidate().version().code())
                .toList();
    }

    private static String text(Candidate candidate, Facts person, Language language) {
        return new Wording(language, People.TODAY).text(match(candidate, person), "MobiFone", false);
    }

    private static Match match(Candidate candidate, Facts person) {
        return Match.of(candidate, standings(person));
    }

    private static Standings standings(Facts person) {
        return new Standings(person, People.TODAY, Map.of("union-member", MEMBER)::get);
    }

    private static Candidate shelf(String code, String carrier, long price, long bytes, int days) {
        return Candidate.offTheShelf(version(code, carrier, price, bytes, days, List.of(), false));
    }

    private static PackageVersionView version(
            String code, String carrier, long price, long bytes, int days, List<String> criteria, boolean verified) {
        return new PackageVersionView(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                new CarrierId(UUID.randomUUID()),
                carrier,
                code,
                code,
                1,
                price,
                Allowance.ofData(bytes),
                Cycle.ofDays(days),
                days,
                criteria,
                "2026",
                verified,
                verified ? LocalDate.of(2026, 11, 1) : null,
                "test",
                "191",
                "DK " + code,
                null,
                SubscriberKind.PREPAID);
    }
}
