package org.goichung.partner.usage;

import org.jspecify.annotations.Nullable;

/** One record an element of a JSON array, or the one object that stands alone. Only as much of JSON as it takes to find the borders. */
final class Elements extends Cutting {
    private enum Place {
        BEFORE,
        FIRST,
        ELEMENT,
        SCALAR,
        BEHIND_ELEMENT,
        BEHIND_COMMA,
        AFTER
    }

    private Place place = Place.BEFORE;
    private boolean alone;
    private long element;
    private int depth;
    private boolean inText;
    private boolean escaped;

    @Override
    @Nullable
    Cut next() {
        while (position < limit) {
            Cut cut = take(block[position++]);
            if (cut != null) return cut;
        }
        return null;
    }

    private @Nullable Cut take(byte octet) {
        return switch (place) {
            case ELEMENT -> inside(octet);
            case SCALAR -> scalar(octet);
            default -> {
                if (!isBlank(octet)) between(octet);
                yield null;
            }
        };
    }

    @Override
    @Nullable
    Cut end() {
        if (place != Place.AFTER) throw new BrokenBody("truncated");
        return null;
    }

    private void between(byte octet) {
        switch (place) {
            case BEFORE -> {
                if (octet == '[') place = Place.FIRST;
                else if (octet == '{') {
                    alone = true;
                    begin(octet);
                } else throw new BrokenBody("json");
            }
            case FIRST -> {
                if (octet == ']') place = Place.AFTER;
                else begin(octet);
            }
            case BEHIND_COMMA -> begin(octet);
            case BEHIND_ELEMENT -> {
                if (octet == ',') place = Place.BEHIND_COMMA;
                else if (octet == ']') place = Place.AFTER;
                else throw new BrokenBody("json");
            }
            case AFTER -> throw new BrokenBody("json");
            case ELEMENT, SCALAR -> throw new IllegalStateException("inside an element");
        }
    }

    private void begin(byte octet) {
        if (octet == ',' || octet == ']' || octet == '}') throw new BrokenBody("json");
        element++;
        keepLast();
        depth = octet == '{' || octet == '[' ? 1 : 0;
        inText = octet == '"';
        escaped = false;
        place = depth > 0 || inText ? Place.ELEMENT : Place.SCALAR;
    }

    private @Nullable Cut inside(byte octet) {
        keepLast();
        if (inText) {
            if (escaped) escaped = false;
            else if (octet == '\\') escaped = true;
            else if (octet == '"') inText = false;
        } else if (octet == '"') inText = true;
        else if (octet == '{' || octet == '[') depth++;
        else if (octet == '}' || octet == ']') depth--;
        return depth == 0 && !inText ? ended() : null;
    }

    private @Nullable Cut scalar(byte octet) {
        if (octet == ',' || octet == ']' || isBlank(octet)) {
            // the octet is looked at again
            position--;
            return ended();
        }
        keepLast();
        return null;
    }

    private void keepLast() {
        keep(position - 1, position);
    }

    private Cut ended() {
        place = alone ? Place.AFTER : Place.BEHIND_ELEMENT;
        return cut(element);
    }
}
