package org.goichung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Takes the tour of docs/tour.md, command by command, against the packaged service. */
class TourIT {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL);
    private static final String END = "=== end of step ";
    /** After this step the service is killed and started again. */
    private static final int KILLED_AFTER = 9;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Step(String commands, List<String> expected) {}

    @Test
    void every_command_does_what_its_page_says_though_the_service_is_killed_on_the_way() throws Exception {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(KILLED_AFTER + 1);
        try (var demo = new RunningDemo()) {
            Path killed = demo.folder().resolve("start-again");
            Path output = demo.folder().resolve("output");
            var builder =
                    new ProcessBuilder("sh", "-eu", script(demo, steps, killed).toString());
            builder.environment().put("BASE", demo.base());
            Process shell = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                long giveUp = System.nanoTime() + PATIENCE.toNanos();
                while (shell.isAlive()
                        && System.nanoTime() < giveUp
                        && !Files.readString(output).contains(END + KILLED_AFTER + "\n")) Thread.sleep(100);
                check(steps.subList(0, KILLED_AFTER + 1), Files.readString(output));
                demo.kill();
                demo.start();
                Files.createFile(killed);
                boolean ended = shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                check(steps, Files.readString(output));
                assertThat(ended).isTrue();
                assertThat(shell.exitValue()).isZero();
            } finally {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
            assertThat(demo.log()).doesNotContain(" ERROR ", "+84977000321", "093184765432");
        }
    }

    private static void check(List<Step> steps, String output) {
        String rest = output;
        for (int i = 0; i < steps.size(); i++) {
            int end = rest.indexOf(END + i + "\n");
            String shown = end < 0 ? rest : rest.substring(0, end);
            for (String expected : steps.get(i).expected())
                assertThat(shown).as("step %d of the tour", i).contains(expected);
            assertThat(end)
                    .as("step %d of the tour came to its end: %s", i, shown)
                    .isNotNegative();
            rest = rest.substring(end + (END + i + "\n").length());
        }
    }

    private static Path script(RunningDemo demo, List<Step> steps, Path startAgain) throws Exception {
        var script = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            script.append(steps.get(i).commands())
                    .append("\necho\necho '")
                    .append(END)
                    .append(i)
                    .append("'\n");
            if (i == KILLED_AFTER)
                script.append("until [ -e '").append(startAgain).append("' ]; do sleep 0.1; done\n");
        }
        return Files.writeString(demo.folder().resolve("tour.sh"), script.toString());
    }

    private static List<Step> steps() throws Exception {
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs", "tour.md")));
        while (blocks.find())
            steps.add(new Step(
                    blocks.group(1),
                    blocks.group(2)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()));
        return steps;
    }
}
