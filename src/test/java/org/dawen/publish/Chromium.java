package org.dawen.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dawen.cli.SampleLake;

/**
 * A headless Chromium driven by its DevTools protocol. {@code src/test/setup-browser} installs one
 * where there is none; a machine without fails the test that asks.
 */
final class Chromium implements AutoCloseable {
  /** A picture of the whole dictionary comes as one text of more than 20 MB. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  Chromium() throws Exception {
    profile = Files.createTempDirectory("dawen-chromium-");
    process =
        new ProcessBuilder(
                program(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    String port = port(process.inputReader());
    HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    JsonNode pages =
        JSON.readTree(
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    String page = "";
    for (JsonNode p : pages) {
      if (p.path("type").asText().equals("page")) {
        page = p.path("webSocketDebuggerUrl").asText();
      }
    }
    socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(page), new Listener())
            .get(20, TimeUnit.SECONDS);
    ask("Page.enable");
    ask("Runtime.enable");
    ask("Log.enable");
    ask("Network.enable");
  }

  private static String program() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return named;
    }
    for (String folder : System.getenv("PATH").split(":")) {
      for (String name : NAMES) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return Path.of(folder, name).toString();
        }
      }
    }
    throw new AssertionError(
        "No Chromium on the PATH: run src/test/setup-browser, or name one in CHROMIUM.");
  }

  private static String port(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("DevTools listening on ws://")) {
        // Its output must be read on, or it stops when the pipe is full.
        Thread reader = new Thread(() -> output.lines().forEach(l -> {}));
        reader.setDaemon(true);
        reader.start();
        return URI.create(line.substring(line.indexOf("ws://"))).getPort() + "";
      }
    }
    throw new AssertionError("Chromium did not start: " + said);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          hear(JSON.readTree(text.toString()));
        } catch (IOException e) {
          complaints.add(e.toString());
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }

  private void hear(JsonNode message) {
    JsonNode params = message.path("params");
    switch (message.path("method").asText()) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(params.path("type").asText())) {
          complaints.add(params.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (!params.path("entry").path("level").asText().equals("verbose")) {
          complaints.add(params.path("entry").path("text").asText());
        }
      }
      case "Network.requestWillBeSent" -> {
        String url = params.path("request").path("url").asText();
        if (!url.startsWith("file:") && !url.startsWith("data:")) {
          complaints.add("asked the network for " + url);
        }
      }
      default -> {
        CompletableFuture<JsonNode> waiting = answers.remove(message.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(message);
        }
      }
    }
  }

  private JsonNode ask(String method, Object... params) throws Exception {
    ObjectNode message = JSON.createObjectNode();
    int id = number.incrementAndGet();
    message.put("id", id).put("method", method);
    ObjectNode of = message.putObject("params");
    for (int i = 0; i < params.length; i += 2) {
      of.set((String) params[i], JSON.valueToTree(params[i + 1]));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(message.toString(), true).get(20, TimeUnit.SECONDS);
    JsonNode heard = answer.get(60, TimeUnit.SECONDS);
    if (heard.has("error")) {
      throw new AssertionError(method + ": " + heard.path("error"));
    }
    return heard.path("result");
  }

  /** Opens a file in a window of that size. */
  void open(Path file, int width, int height, boolean withScripts) throws Exception {
    ask("Emulation.setScriptExecutionDisabled", "value", !withScripts);
    ask(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        width < 600);
    loaded = new CompletableFuture<>();
    ask("Page.navigate", "url", file.toUri().toString());
    loaded.get(60, TimeUnit.SECONDS);
  }

  /** The value of a JavaScript expression. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode result = ask("Runtime.evaluate", "expression", expression, "returnByValue", true);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** The page as it prints. */
  byte[] pdf() throws Exception {
    JsonNode printed = ask("Page.printToPDF", "preferCSSPageSize", true, "printBackground", true);
    return java.util.Base64.getDecoder().decode(printed.path("data").asText());
  }

  /** A picture of the whole page. */
  byte[] png() throws Exception {
    JsonNode shot = ask("Page.captureScreenshot", "captureBeyondViewport", true);
    return java.util.Base64.getDecoder().decode(shot.path("data").asText());
  }

  /** Errors and warnings of the console, exceptions, requests to a network. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly().waitFor();
    for (int i = 0; i < 20; i++) {
      try {
        SampleLake.delete(profile);
        return;
      } catch (java.io.UncheckedIOException e) {
        Thread.sleep(100);
      }
    }
  }
}
