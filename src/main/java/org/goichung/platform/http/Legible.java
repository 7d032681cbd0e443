package org.goichung.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that others read as it was written: nothing in it that is not seen, as control characters, signs that turn the direction of writing
 * (Unicode UAX 9), fillers, and code points that are no characters. What joins and parts words in Khmer is let through.
 */
@Documented
@Constraint(validatedBy = Legible.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Legible {
    String message() default "holds signs that are not seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there may be several lines, and tabs in them. */
    boolean lines() default false;

    /** Of any text; nothing is legible. */
    final class Check implements ConstraintValidator<Legible, String> {
        /** Zero-width space and joiners: Khmer is written without blanks between words. */
        private static final String BETWEEN_WORDS = "\u200b\u200c\u200d";
        /** Letters and marks without a shape of their own: Hangul fillers, a joiner of graphemes, an empty pattern of Braille. */
        private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

        private boolean lines;

        @Override
        public void initialize(Legible wanted) {
            lines = wanted.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || holds(text, lines);
        }

        /** Whether a text is legible. */
        public static boolean holds(String text, boolean lines) {
            return (text.isBlank() || text.codePoints().anyMatch(Check::hasShape))
                    && text.codePoints().allMatch(sign -> isSeen(sign) || lines && "\t\n\r".indexOf(sign) >= 0)
                    && (BETWEEN_WORDS.chars().allMatch(sign -> text.indexOf(sign) < 0) || isKhmer(text));
        }

        private static boolean isKhmer(String text) {
            return text.codePoints()
                    .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.KHMER);
        }

        private static boolean hasShape(int sign) {
            return isSeen(sign)
                    && BETWEEN_WORDS.indexOf(sign) < 0
                    && !Character.isSpaceChar(sign)
                    && Character.getType(sign) != Character.NON_SPACING_MARK;
        }

        /** Chooses another shape of the sign before it. */
        private static boolean isVariation(int sign) {
            return sign >= 0xfe00 && sign <= 0xfe0f || sign >= 0xe0100 && sign <= 0xe01ef;
        }

        private static boolean isSeen(int sign) {
            if (BETWEEN_WORDS.indexOf(sign) >= 0) return true;
            return switch (Character.getType(sign)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> FILLERS.indexOf(sign) < 0 && !isVariation(sign);
            };
        }
    }
}
