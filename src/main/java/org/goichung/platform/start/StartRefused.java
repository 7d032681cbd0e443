package org.goichung.platform.start;

/** Why the service does not start, in one sentence for the person who started it. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static StartRefused otherKeys() {
        return new StartRefused(
                "The database was made with another keys file: what it holds could not be read with this one.");
    }

    public StartRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
