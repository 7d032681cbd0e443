package org.goichung.partner.usage;

/** The body's pieces as plain bytes, given out a block at a time, so that a small piece that unpacks to much fills no memory. */
interface Unpacking {

    /** The next piece; the one before has to be read to its end. */
    void feed(byte[] piece);

    /** How many bytes it put into the block; 0 where it needs the next piece. */
    int read(byte[] block);

    /** No piece follows; throws where that is too early. */
    void end();

    static Unpacking none() {
        return new Unpacking() {
            private byte[] piece = new byte[0];
            private int position;

            @Override
            public void feed(byte[] next) {
                piece = next;
                position = 0;
            }

            @Override
            public int read(byte[] block) {
                int count = Math.min(block.length, piece.length - position);
                System.arraycopy(piece, position, block, 0, count);
                position += count;
                return count;
            }

            @Override
            public void end() {}
        };
    }
}
