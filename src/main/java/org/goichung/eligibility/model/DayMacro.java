package org.goichung.eligibility.model;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code day('2026-01-31')}: the number of that day, as {@code today} counts; written out, so that it is a number like any other. */
final class DayMacro {
    static final String FAULT = "no day of the calendar";
    static final Hint FAR_AWAY = new Hint(
            "a day stands between day('1900-01-01') and day('2199-12-31')",
            "ngày phải từ day('1900-01-01') đến day('2199-12-31')");

    private static final Pattern WRITTEN = Pattern.compile("\\bday\\s*\\(\\s*['\"]([^'\"]*)['\"]");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    static final CelMacro DAY =
            CelMacro.newGlobalMacro("day", 1, (factory, target, arguments) -> Optional.of(number(factory, arguments)));

    private DayMacro() {}

    /** Where a day stands that nobody can mean. */
    static OptionalInt fault(String expression) {
        Matcher written = WRITTEN.matcher(expression);
        while (written.find()) {
            try {
                LocalDate day = LocalDate.parse(written.group(1));
                if (day.isBefore(FIRST) || day.isAfter(LAST)) return OptionalInt.of(written.start());
            } catch (DateTimeException none) {
                // no day at all is found by who reads the expression
            }
        }
        return OptionalInt.empty();
    }

    private static CelExpr number(CelMacroExprFactory factory, List<CelExpr> arguments) {
        CelExpr written = arguments.getFirst();
        if (written.getKind() == Kind.CONSTANT && written.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            try {
                return factory.newIntLiteral(
                        LocalDate.parse(written.constant().stringValue()).toEpochDay());
            } catch (DateTimeException none) {
                // told below
            }
        }
        return factory.reportError(CelIssue.formatError(factory.getSourceLocation(written), FAULT));
    }
}
