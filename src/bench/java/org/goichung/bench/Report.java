package org.goichung.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is written down: bars beside figures, tables, and what the checks found. */
final class Report {
    /** @param limit what stands against it, where it was missed */
    private record Bar(String what, String wanted, String measured, boolean met, String limit) {}

    private final List<Bar> bars = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();

    void atLeast(String what, double bar, Series measured, String limit) {
        add(what, "≥ " + number(bar), measured.ratios(), measured.median() >= bar, limit);
    }

    void add(String what, String wanted, String measured, boolean met, String limit) {
        bars.add(new Bar(what, wanted, measured, met, limit));
        say((met ? "met     " : "MISSED  ") + what + ": " + measured + ", wanted " + wanted);
    }

    /** A section of figures, as Markdown. */
    void section(String title, String text) {
        sections.add("## " + title + "\n\n" + text.strip() + "\n");
        say("\n" + title + "\n" + text.strip() + "\n");
    }

    long missed() {
        return bars.stream().filter(bar -> !bar.met()).count();
    }

    static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    String markdown(String head) {
        var text = new StringBuilder(head);
        text.append("\n| bar | wanted | measured | |\n|---|---|---|---|\n");
        for (Bar bar : bars)
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(bar.what(), bar.wanted(), bar.measured(), bar.met() ? "met" : "**missed**"));
        bars.stream().filter(bar -> !bar.met()).forEach(bar -> text.append("\n**Missed: ")
                .append(bar.what())
                .append(".** ")
                .append(bar.limit())
                .append('\n'));
        for (String section : sections) text.append('\n').append(section);
        return text.toString();
    }

    private static String number(double bar) {
        return bar == Math.rint(bar) ? String.format(Locale.ROOT, "%.0f", bar) : Double.toString(bar);
    }
}
