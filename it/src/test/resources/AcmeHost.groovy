import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer

/** A host that hands out greetings to one user, and is out of order when it is asked first. */
class AcmeHost implements Closeable {

  private final HttpServer server

  /** Path and status of every request, in order. */
  final List<String> asked = Collections.synchronizedList([])

  AcmeHost(String user, String password) {
    def expected = 'Basic ' + Base64.encoder.encodeToString("$user:$password".bytes)
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.createContext('/') { HttpExchange exchange ->
      def known = exchange.requestHeaders.getFirst('Authorization') == expected
      def status = asked.empty ? 503 : known ? 200 : 401
      def path = exchange.requestURI.path
      asked << "$path $status".toString()
      def body = (status == 200 ? "hello $path\n" : 'no').bytes
      exchange.sendResponseHeaders(status, body.length)
      exchange.responseBody.write(body)
      exchange.close()
    }
    server.start()
  }

  /** Whoever builds with this line in .mvn/maven.config asks this host. */
  void tell(File basedir) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    config.text = "-Dacme=http://127.0.0.1:${server.address.port}\n"
  }

  @Override
  void close() {
    server.stop(0)
  }
}
