package io.github.sourceprovisioner.fetch.git.wire;

import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A way over HTTP: every command is a request (gitprotocol-http). A redirect of the first question
 * holds for what follows, as git does it.
 */
public final class HttpChannel implements Channel {

  private static final String TYPE = "application/x-git-upload-pack-";
  private static final int INTERNAL_ERROR = 500;
  private static final String REFS = "/info/refs";

  /** Shorter requests do not get shorter by packing. */
  private static final int WORTH_PACKING = 1024;

  private static final Pattern PLAIN_REF = Pattern.compile("[0-9a-f]{40}\t");
  private static final int PLAIN_REF_LENGTH = 41;

  private final Web web;
  private final WebFailures failures;
  private String base;
  private boolean moved;

  /**
   * A way to a repository.
   *
   * @param failures says what an answer means that is no success
   * @param base the URL of the repository, or what {@link #base} said after its greeting
   */
  public HttpChannel(Web web, WebFailures failures, String base) {
    this.web = web;
    this.failures = failures;
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** Where the repository answers; after a greeting this is where redirects led. */
  public String base() {
    return base;
  }

  /** Whether the repository has another URL for good; known after a greeting. */
  public boolean moved() {
    return moved;
  }

  @Override
  public Greeting greeting() throws IOException, InterruptedException {
    String service = (base.contains("?") ? "&" : "?") + "service=git-upload-pack";
    URI question = URI.create(base + REFS + service);
    WebRequest request = WebRequest.get(question).with("Git-Protocol", "version=2");
    try (WebResponse response = web.send(request.with("Accept-Encoding", "gzip"));
        InputStream body = body(response, question)) {
      if (!type(response).equals(TYPE + "advertisement")) {
        return plainFiles(body);
      }
      follow(question, response, REFS + service);
      return Greeting.read(new PacketReader(body));
    }
  }

  @Override
  public InputStream command(byte[] body) throws IOException, InterruptedException {
    boolean packed = body.length > WORTH_PACKING;
    URI uri = URI.create(base + "/git-upload-pack");
    WebRequest request =
        WebRequest.post(uri, TYPE + "request", packed ? pack(body) : body)
            .with("Git-Protocol", "version=2")
            .with("Accept", TYPE + "result")
            .with("Accept-Encoding", "gzip");
    WebResponse response = web.send(packed ? request.with("Content-Encoding", "gzip") : request);
    try {
      if (response.status() == INTERNAL_ERROR) {
        throw new ServerError(failures.refused(response, uri));
      }
      InputStream answer = body(response, uri);
      if (!type(response).equals(TYPE + "result")) {
        throw new ProtocolError("an answer of another type");
      }
      return answer;
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }

  /** A request leaves nothing open. */
  @Override
  public void close() {}

  private void follow(URI question, WebResponse response, String rest) throws ProtocolError {
    if (response.uri().equals(question)) {
      return;
    }
    String place = response.uri().toString();
    if (!place.endsWith(rest)) {
      throw new ProtocolError("a redirect to something else than the refs of a repository");
    }
    String there = place.substring(0, place.length() - rest.length());
    moved = response.moved() && !name(there).equals(name(base));
    base = there;
  }

  /** Hosts add the ending where a user leaves it out: the repository is the same. */
  private static String name(String url) {
    return url.replaceFirst("(\\.git)?/?$", "");
  }

  /** A host without git answers with the file that lists the refs: an id, a tab, a name. */
  private static Greeting plainFiles(InputStream body) throws IOException {
    String start = new String(body.readNBytes(PLAIN_REF_LENGTH), StandardCharsets.ISO_8859_1);
    if (!PLAIN_REF.matcher(start).matches()) {
      throw new ProtocolError("an answer of another type");
    }
    return Greeting.PLAIN_FILES;
  }

  private InputStream body(WebResponse response, URI asked) throws IOException {
    if (!response.isSuccess()) {
      throw failures.refused(response, asked);
    }
    boolean packed = response.header("Content-Encoding").filter("gzip"::equals).isPresent();
    InputStream body = new BufferedInputStream(response.body());
    return packed ? new GZIPInputStream(body) : body;
  }

  private static String type(WebResponse response) {
    String type = response.header("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] pack(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }
}
