package org.goichung.quota;

/**
 * How a draw or a move of a reservation is answered: made of what is stored under its key alone, so a repeat gets the same bytes.
 *
 * @param status 201 for what was made, 200 for a move, else the problem's
 * @param body a {@link DrawView}, a {@link ReservationView} or a problem
 * @param replayed true where the key was known
 */
public record QuotaAnswer(int status, Object body, boolean replayed) {}
