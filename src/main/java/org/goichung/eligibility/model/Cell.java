package org.goichung.eligibility.model;

/**
 * A count of people, and the sum of their keys: the same people give the same key however they were asked for.
 *
 * @param key 0 where counts are told as they are
 */
record Cell(long people, long key) {
    static final Cell NOBODY = new Cell(0, 0);

    Cell plus(Cell other) {
        return new Cell(people + other.people, key + other.key);
    }
}
