package org.goichung.workforce.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column stands where in a file.
 *
 * @param places each column's position, from 0; the first where a name stands twice
 * @param unknown positions, from 1, of columns that say nothing to us; their names may be data where a file has no header
 * @param missing required columns that the file lacks
 * @param width how many cells the header has
 */
public record RosterHeader(
        Map<RosterColumn, Integer> places, List<Integer> unknown, List<RosterColumn> missing, int width) {

    public static RosterHeader of(List<String> cells) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            var column = RosterColumn.named(cells.get(i));
            boolean fresh = column.isPresent() && places.putIfAbsent(column.get(), i) == null;
            if (!fresh && !cells.get(i).isBlank()) unknown.add(i + 1);
        }
        List<RosterColumn> missing = new ArrayList<>();
        for (var column : RosterColumn.values())
            if (column.required() && !places.containsKey(column)) missing.add(column);
        return new RosterHeader(places, List.copyOf(unknown), List.copyOf(missing), cells.size());
    }

    /** What a row has in a column, without what spreadsheets put around text; empty where it has nothing. */
    String cell(List<String> cells, RosterColumn column) {
        Integer place = places.get(column);
        if (place == null || place >= cells.size()) return "";
        String text = cells.get(place).replace('\u00a0', ' ').strip();
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\""))
            return text.substring(2, text.length() - 1).strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }
}
