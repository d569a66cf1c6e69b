package io.bellamy.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, and with nothing remembered from before, moved by the driver that comes with it. */
public final class Browser implements AutoCloseable {

    /** Machines may have a lot to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; where there is none the test is skipped, and says so (.ci/run fails instead). */
    public static Browser start(Path folder) throws IOException {
        Optional<Path> chromium = onPath("chromium");
        Optional<Path> moved = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && moved.isPresent(), "chromium and chromedriver are not on the PATH");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        // both are named, so that nothing is looked for or got from elsewhere
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(moved.get().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).pageLoadTimeout(PATIENCE);
        return new Browser(driver);
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Goes to an address. */
    public void open(String address) {
        driver.get(address);
    }

    /** What a screen of this size shows, light or dark, a phone's or another. */
    public void look(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The element with an id, when it is there. */
    public WebElement byId(String id) {
        return driver.findElement(By.id(id));
    }

    /** The element that a selector names, when it is there. */
    public WebElement first(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Waits until an element has a text among what it says. */
    public WebElement awaitText(String id, String text) {
        return driver.findElement(By.xpath("//*[@id='" + id + "'][contains(normalize-space(.), \"" + text + "\")]"));
    }

    /** What an element says now, read in one go: a page that draws itself anew may replace it at any time. */
    public String text(String id) {
        return String.valueOf(run("return document.getElementById('" + id + "').innerText"));
    }

    /** Waits until an attribute of an element begins with a text. */
    public WebElement awaitAttribute(String id, String attribute, String start) {
        return driver.findElement(
                By.xpath("//*[@id='" + id + "'][starts-with(@" + attribute + ", \"" + start + "\")]"));
    }

    /** Chooses what has a text among others. */
    public void choose(String id, String text) {
        driver.findElement(By.xpath("//*[@id='" + id + "']/option[.=\"" + text + "\"]"))
                .click();
    }

    /** The element that the keyboard is on. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What a script gives. */
    public Object run(String script) {
        return driver.executeScript(script);
    }

    /** The elements as they are now. */
    public String document() {
        return String.valueOf(run("return document.documentElement.outerHTML"));
    }

    /** What was logged or went wrong since it was asked last. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** A picture of what is shown. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
