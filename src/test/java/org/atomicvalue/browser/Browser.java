package org.atomicvalue.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium, driven by its ChromeDriver; both must be on the path (on Debian: {@code apt-get install chromium
 * chromium-driver}). It keeps nothing from one run to the next and is told to send nothing anywhere.
 */
final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "browser");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path profile;
  private final ChromeDriver driver;

  Browser() throws IOException {
    profile = Files.createTempDirectory("browser-");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium", "chromium-browser", "google-chrome"));
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    // With both paths given, Selenium looks for no driver, and so downloads none.
    driver = new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(onPath("chromedriver")).build(), options);
    // The browser's own page for new tabs is not what is watched.
    driver.get("about:blank");
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.manage().logs().get(LogType.BROWSER);
  }

  private static File onPath(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("-Pbrowser needs " + String.join(" or ", names)
            + " on the path; on Debian: apt-get install chromium chromium-driver"));
  }

  /** Opens a file, at a fragment that may be empty, as if for the first time. */
  void open(Path page, String fragment) {
    driver.get("about:blank");
    driver.get(page.toAbsolutePath().toUri() + fragment);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** The size of the page itself, not of the window. */
  void size(int width, int height) {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.manage().window().setSize(new Dimension(width, height + 200));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** What an expression is in the page, once it is true or at least not null; fails after some seconds. */
  Object await(String expression) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      Object value = evaluate(expression);
      if (value != null && !Boolean.FALSE.equals(value)) {
        return value;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("never came true in " + address() + ": " + expression);
  }

  Object evaluate(String expression) {
    return driver.executeScript("return " + expression);
  }

  /** The texts of all elements that a CSS selector finds. */
  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(each -> each.getText().strip()).toList();
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void type(CharSequence keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Warnings and errors on the console since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What the pages have asked for since the last call, other than what is in their own folder or is their own file. */
  List<String> requestsBeyond(Path own) throws IOException {
    String inside = own.toAbsolutePath().toUri().toString();
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        String url = message.path("params").path("request").path("url").asText();
        if (!url.startsWith(inside) && !url.startsWith("data:") && !url.equals("about:blank")) {
          requests.add(url);
        }
      }
    }
    return requests;
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
