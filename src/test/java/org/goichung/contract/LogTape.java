package org.goichung.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** All that is logged while it runs, with this service's own classes at their most talkative. */
final class LogTape extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("org.goichung");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = OWN.getLevel();

    LogTape() {
        setLevel(Level.ALL);
        OWN.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord told) {
        var line = new StringWriter();
        line.append(told.getLoggerName()).append(' ');
        if (told instanceof ExtLogRecord more)
            line.append(more.getFormattedMessage()).append(' ').append(String.valueOf(more.getMdcCopy()));
        else line.append(String.valueOf(told.getMessage()));
        if (told.getThrown() != null) told.getThrown().printStackTrace(new PrintWriter(line, true));
        lines.add(line.toString());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OWN.setLevel(before);
    }
}
