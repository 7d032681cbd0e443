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

/** {@code day('2026-01-31')}: the number of that day, as {@code today} counts; written out, so that it is a number like any other. */
final class DayMacro {
    static final String FAULT = "no day of the calendar";
    static final CelMacro DAY =
            CelMacro.newGlobalMacro("day", 1, (factory, target, arguments) -> Optional.of(number(factory, arguments)));

    private DayMacro() {}

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
