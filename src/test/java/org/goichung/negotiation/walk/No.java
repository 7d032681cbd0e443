package org.goichung.negotiation.walk;

/** What the model refuses, and as what. */
final class No extends RuntimeException {
    private static final long serialVersionUID = 1L;

    No(String why) {
        super(why, null, false, false);
    }

    static No unknown() {
        return new No("not-found");
    }

    static No forbidden() {
        return new No("forbidden");
    }

    static No illegal() {
        return new No("illegal-move");
    }

    static void unless(boolean so, String why) {
        if (!so) throw new No(why);
    }
}
