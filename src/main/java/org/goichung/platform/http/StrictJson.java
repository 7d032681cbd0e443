package org.goichung.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.YearMonthDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * JSON is taken as it is meant: no unknown field, no number from a text or a fraction, nothing after the end, no NUL in a text, and no
 * time that neither the database nor anybody's life holds.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** A day alone: the day of an instant is another in another place. */
    private static final LocalDateDeserializer DAY = new LocalDateDeserializer(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2999;

    /** Behind the modules that bring the readings of times, so that ours stand. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.registerModule(new SimpleModule("texts").addDeserializer(String.class, new Texts()));
        mapper.registerModule(new SimpleModule("times")
                .addDeserializer(Instant.class, new Times<>(InstantDeserializer.INSTANT, StrictJson::yearOf))
                .addDeserializer(LocalDate.class, new Times<>(DAY, LocalDate::getYear))
                .addDeserializer(YearMonth.class, new Times<>(YearMonthDeserializer.INSTANCE, YearMonth::getYear)));
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** An instant may lie in a year that no date has. */
    private static int yearOf(Instant time) {
        if (time.isBefore(OffsetDateTime.MIN.toInstant())) return Integer.MIN_VALUE;
        if (time.isAfter(OffsetDateTime.MAX.toInstant())) return Integer.MAX_VALUE;
        return time.atOffset(ZoneOffset.UTC).getYear();
    }

    /** No database and no page can show a NUL. */
    private static final class Texts extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0)
                throw InvalidFormatException.from(parser, "a NUL", text, String.class);
            return text;
        }
    }

    /** A time of a year that cannot be meant. */
    public static final class NoSuchYear extends InvalidFormatException {
        private static final long serialVersionUID = 1L;

        private NoSuchYear(JsonParser parser, String text, Class<?> type) {
            super(parser, "no such year", text, type);
        }
    }

    private static final class Times<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final JsonDeserializer<T> reading;
        private final transient ToIntFunction<T> year;

        @SuppressWarnings("unchecked") // a reading tells what it reads
        private Times(JsonDeserializer<T> reading, ToIntFunction<T> year) {
            super((Class<T>) reading.handledType());
            this.reading = reading;
            this.year = year;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            T time = reading.deserialize(parser, context);
            if (time == null) return time;
            int its = year.applyAsInt(time);
            if (its < FIRST_YEAR || its > LAST_YEAR) throw new NoSuchYear(parser, text, handledType());
            return time;
        }
    }
}
