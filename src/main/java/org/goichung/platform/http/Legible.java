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
 * Text that others read as it was written: no control character but tabs and ends of lines, no sign that turns the direction of writing
 * (Unicode UAX 9, 2.1 to 2.3: what follows would be shown in another order), no half of a surrogate pair.
 */
@Documented
@Constraint(validatedBy = Legible.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Legible {
    String message() default "holds signs that are not seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Of any text; nothing is legible. */
    final class Check implements ConstraintValidator<Legible, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || holds(text);
        }

        /** Whether a text is legible. */
        public static boolean holds(String text) {
            return text.codePoints().noneMatch(Check::isUnseen);
        }

        private static boolean isUnseen(int sign) {
            return Character.isISOControl(sign) && "\t\n\r".indexOf(sign) < 0
                    || sign >= 0x202a && sign <= 0x202e
                    || sign >= 0x2066 && sign <= 0x2069
                    || sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        }
    }
}
