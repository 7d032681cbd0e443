package org.goichung.partner.usage;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Gzip (RFC 1952) piece by piece, with its check sums; one member may follow another. */
final class Gunzip implements Unpacking, AutoCloseable {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private enum Part {
        FIXED,
        EXTRA_LENGTH,
        EXTRA_BYTES,
        NAME_TEXT,
        COMMENT_TEXT,
        HEADER_CHECK_BYTES,
        DATA,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private byte[] piece = new byte[0];
    private int position;
    private Part part = Part.FIXED;
    private int inPart;
    private int flags;
    private int extraLeft;
    private long trailer;
    private boolean anyMember;

    @Override
    public void feed(byte[] next) {
        piece = next;
        position = 0;
        if (part == Part.DATA) inflater.setInput(piece);
    }

    @Override
    public int read(byte[] block) {
        while (true) {
            if (part == Part.DATA) {
                int count = inflate(block);
                if (count > 0) return count;
                if (part == Part.DATA) return 0;
            }
            if (position == piece.length) return 0;
            take(piece[position++] & 0xff);
        }
    }

    @Override
    public void end() {
        if (!anyMember || part != Part.FIXED || inPart > 0) throw new BrokenBody("truncated");
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] block) {
        try {
            int count = inflater.inflate(block);
            check.update(block, 0, count);
            if (inflater.finished()) {
                position = piece.length - inflater.getRemaining();
                enter(Part.TRAILER);
                trailer = 0;
            } else if (inflater.needsDictionary()) throw new BrokenBody("gzip");
            else if (count == 0) position = piece.length;
            return count;
        } catch (DataFormatException broken) {
            throw new BrokenBody("gzip");
        }
    }

    private void enter(Part next) {
        part = next;
        inPart = 0;
    }

    private void take(int octet) {
        switch (part) {
            case FIXED -> takeFixed(octet);
            case EXTRA_LENGTH -> {
                extraLeft |= octet << (8 * inPart++);
                if (inPart == 2) afterFlag(EXTRA, extraLeft > 0 ? Part.EXTRA_BYTES : null);
            }
            case EXTRA_BYTES -> {
                if (++inPart == extraLeft) afterFlag(EXTRA, null);
            }
            case NAME_TEXT -> {
                if (octet == 0) afterFlag(NAME, null);
            }
            case COMMENT_TEXT -> {
                if (octet == 0) afterFlag(COMMENT, null);
            }
            case HEADER_CHECK_BYTES -> {
                if (++inPart == 2) afterFlag(HEADER_CHECK, null);
            }
            case TRAILER -> takeTrailer(octet);
            case DATA -> throw new IllegalStateException("data is inflated");
        }
    }

    private void takeFixed(int octet) {
        boolean right =
                switch (inPart) {
                    case 0 -> octet == 0x1f;
                    case 1 -> octet == 0x8b;
                    case 2 -> octet == 8;
                    case 3 -> (octet & 0xe0) == 0;
                    default -> true;
                };
        if (!right) throw new BrokenBody("gzip");
        if (inPart == 3) flags = octet;
        if (++inPart == 10) nextOptional();
    }

    private void afterFlag(int done, @org.jspecify.annotations.Nullable Part instead) {
        if (instead != null) {
            enter(instead);
            return;
        }
        flags &= ~done;
        nextOptional();
    }

    /** The header's optional parts, in their order. */
    private void nextOptional() {
        if ((flags & EXTRA) != 0) {
            extraLeft = 0;
            enter(Part.EXTRA_LENGTH);
        } else if ((flags & NAME) != 0) enter(Part.NAME_TEXT);
        else if ((flags & COMMENT) != 0) enter(Part.COMMENT_TEXT);
        else if ((flags & HEADER_CHECK) != 0) enter(Part.HEADER_CHECK_BYTES);
        else {
            enter(Part.DATA);
            inflater.reset();
            check.reset();
            inflater.setInput(piece, position, piece.length - position);
        }
    }

    private void takeTrailer(int octet) {
        trailer |= (long) octet << (8 * inPart++);
        if (inPart < 8) return;
        long length = inflater.getBytesWritten() & 0xffff_ffffL;
        if (trailer != (check.getValue() | length << 32)) throw new BrokenBody("gzip");
        anyMember = true;
        enter(Part.FIXED);
    }
}
