import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentHashMap

/**
 * A Maven repository on this machine that takes files by PUT, for whoever knows the user and the
 * password. What it was asked is kept.
 */
class TeamHost implements Closeable {

  private final String expected
  private final HttpServer server
  private final Map<String, byte[]> files = new ConcurrentHashMap<>()
  private int awaited
  private Closure then = {}

  /** Method and path of every request that was let in, in order. */
  final List<String> asked = Collections.synchronizedList([])

  TeamHost(String user, String password) {
    expected = 'Basic ' + Base64.encoder.encodeToString("$user:$password".getBytes(StandardCharsets.UTF_8))
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.createContext('/') { HttpExchange exchange ->
      try {
        answer(exchange)
      } finally {
        exchange.close()
      }
    }
    server.start()
  }

  /** Does something once so many markers have been added. */
  void afterMarkers(int number, Closure work) {
    awaited = number
    then = work
  }

  /** Whoever builds with this line in .mvn/maven.config shares here. */
  void tell(File basedir) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    config << "-Dteam=http://127.0.0.1:${server.address.port}/releases\n"
  }

  /** The paths that were added with this extension. */
  List<String> added(String extension) {
    asked.findAll { it.startsWith('PUT ') && it.endsWith('.' + extension) }
  }

  @Override
  void close() {
    server.stop(0)
  }

  private void answer(HttpExchange exchange) {
    byte[] body = exchange.requestBody.readAllBytes()
    if (exchange.requestHeaders.getFirst('Authorization') != expected) {
      exchange.responseHeaders.add('WWW-Authenticate', 'Basic realm="team"')
      exchange.sendResponseHeaders(401, -1)
      return
    }
    def path = exchange.requestURI.path
    asked << "$exchange.requestMethod $path".toString()
    if (exchange.requestMethod == 'PUT') {
      files[path] = body
      if (added('properties').size() == awaited && path.endsWith('.properties')) {
        then()
      }
      exchange.sendResponseHeaders(201, -1)
    } else {
      byte[] file = files[path]
      exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length)
      if (file != null && exchange.requestMethod == 'GET') {
        exchange.responseBody.write(file)
      }
    }
  }
}
