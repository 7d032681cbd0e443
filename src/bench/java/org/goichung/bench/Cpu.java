package org.goichung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processor time used so far by the services, the database and this process; zeros where the system does not tell. */
record Cpu(double services, double database, double load) {
    private static final double TICKS_PER_SECOND = 100;

    static Cpu of(List<Instance> services, long postmaster) {
        double serving = 0;
        for (Instance each : services) serving += seconds(each.process());
        double database = ProcessHandle.of(postmaster).map(Cpu::withChildren).orElse(0.0);
        return new Cpu(serving, database, seconds(ProcessHandle.current()));
    }

    Cpu since(Cpu before) {
        return new Cpu(services - before.services, database - before.database, load - before.load);
    }

    /** In microseconds of processor time for one of so many. */
    String each(double count) {
        return "%.1f + %.1f + %.1f µs".formatted(services * 1e6 / count, database * 1e6 / count, load * 1e6 / count);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    /** Sessions that ended are counted by the postmaster. */
    private static double withChildren(ProcessHandle postmaster) {
        return ticks(postmaster.pid(), true)
                + postmaster
                        .children()
                        .mapToDouble(child -> ticks(child.pid(), false))
                        .sum();
    }

    private static double ticks(long pid, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            double ended = withEnded ? Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : 0;
            return (own + ended) / TICKS_PER_SECOND;
        } catch (IOException endedOrNotLinux) {
            return 0;
        }
    }
}
