package org.goichung.support;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, where this machine has one: named by {@code GOICHUNG_BROWSER}, or found on the path. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final String REMEDY =
            "No browser: pages are not tried. Install one (apt-get install chromium) or name one in GOICHUNG_BROWSER.";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        // the driver alone; the browser is the machine's
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Where there is none the tests are skipped with one line that says what to do, or fail where a browser is required. */
    public static Chromium start() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            if (Boolean.getBoolean("goichung.browser.required")) fail(REMEDY);
            System.out.println(REMEDY);
            Assumptions.abort(REMEDY);
        }
        return new Chromium(executable.get());
    }

    /** A small phone that speaks Vietnamese. */
    public Page phone(String base, int width, int height, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setViewportSize(width, height)
                        .setHasTouch(true)
                        .setJavaScriptEnabled(scripts))
                .newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        String named = System.getenv("GOICHUNG_BROWSER");
        if (named != null && !named.isBlank()) return Optional.of(Path.of(named));
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
