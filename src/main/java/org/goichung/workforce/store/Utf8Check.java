package org.goichung.workforce.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes that arrive piece by piece are UTF-8 text. */
final class Utf8Check {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private byte[] rest = new byte[0];
    private boolean text = true;

    /** Looks at the next piece; whether all so far is text. A NUL is in no text, but in every other line of UTF-16. */
    boolean accept(byte[] piece) {
        if (!text) return false;
        for (byte one : piece) if (one == 0) text = false;
        ByteBuffer input = ByteBuffer.allocate(rest.length + piece.length)
                .put(rest)
                .put(piece)
                .flip();
        while (text) {
            scratch.clear();
            var result = decoder.decode(input, scratch, false);
            if (result.isError()) text = false;
            else if (result.isUnderflow()) break;
        }
        rest = new byte[input.remaining()];
        input.get(rest);
        return text;
    }

    /** Whether all was text, to the last byte. */
    boolean complete() {
        return text && rest.length == 0;
    }
}
