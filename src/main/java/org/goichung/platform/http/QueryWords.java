package org.goichung.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands behind the question mark of an address. What cannot be read is a fault of the question; without this it would be
 * answered as an address that does not exist.
 */
@Provider
public class QueryWords implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READING = Map.of(
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            LocalDate.class, LocalDate::parse,
            UUID.class, UUID::fromString);

    @Override
    @SuppressWarnings("unchecked") // the reading is the class's own
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reading = READING.get(type);
        if (reading == null) return null;
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(parameter -> ((QueryParam) parameter).value())
                .findFirst()
                .map(name -> (ParamConverter<T>) new Word(name, reading))
                .orElse(null);
    }

    private record Word(String name, Function<String, Object> reading) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String written) {
            if (written == null || written.isEmpty()) return null;
            try {
                return reading.apply(written);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                boolean day = unreadable instanceof DateTimeException && written.matches("\\d{4}-\\d{2}-\\d{2}");
                throw Refusal.field(ProblemType.INVALID_REQUEST, "?" + name, day ? "no-such-day" : "not-readable");
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
