import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import java.util.zip.GZIPInputStream
import org.eclipse.jgit.internal.storage.file.FileRepository
import org.eclipse.jgit.lib.Repository
import org.eclipse.jgit.transport.PacketLineOut
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser
import org.eclipse.jgit.transport.UploadPack

/**
 * A host on this machine that serves one repository over HTTP to whoever knows the user and the
 * password. What it was shown is kept.
 */
class GitHost implements Closeable {

  private final Repository repository
  private final String expected
  private final HttpServer server

  /** The value of every Authorization header, or the word nothing, in the order of requests. */
  final List<String> shown = Collections.synchronizedList([])

  GitHost(File directory, String user, String password) {
    repository = new FileRepository(directory)
    expected = 'Basic ' + Base64.encoder.encodeToString("$user:$password".getBytes(StandardCharsets.UTF_8))
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.createContext('/') { HttpExchange exchange ->
      try {
        answer(exchange)
      } catch (Exception e) {
        e.printStackTrace()
      } finally {
        exchange.close()
      }
    }
    server.start()
  }

  /** Whoever builds with this line in .mvn/maven.config asks this host. */
  void tell(File basedir) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    config.text = "-Dupstream=git::http://127.0.0.1:${server.address.port}/modules.git\n"
  }

  /** Whether anybody has shown what is expected. */
  boolean isConvinced() {
    shown.contains(expected)
  }

  @Override
  void close() {
    server.stop(0)
    repository.close()
  }

  private void answer(HttpExchange exchange) {
    def authorization = exchange.requestHeaders.getFirst('Authorization')
    shown << (authorization ?: 'nothing')
    if (authorization != expected) {
      exchange.responseHeaders.add('WWW-Authenticate', 'Basic realm="modules"')
      exchange.sendResponseHeaders(401, -1)
    } else if (exchange.requestURI.path.endsWith('/info/refs')) {
      serve(exchange, 'advertisement') { UploadPack pack, OutputStream out -> advertise(pack, out) }
    } else {
      def zipped = exchange.requestHeaders.getFirst('Content-Encoding') == 'gzip'
      // The JDK's stream of a body would skip beyond its end, and wait there.
      def all = new ByteArrayInputStream(exchange.requestBody.readAllBytes())
      def body = zipped ? new GZIPInputStream(all) : all
      serve(exchange, 'result') { UploadPack pack, OutputStream out -> pack.upload(body, out, null) }
    }
  }

  private void serve(HttpExchange exchange, String kind, Closure work) {
    def pack = new UploadPack(repository)
    pack.biDirectionalPipe = false
    def version = exchange.requestHeaders.getFirst('Git-Protocol')
    pack.extraParameters = version ? [version] : []
    def answer = new ByteArrayOutputStream()
    work(pack, answer)
    exchange.responseHeaders.add('Content-Type', "application/x-git-upload-pack-$kind")
    exchange.sendResponseHeaders(200, answer.size())
    exchange.responseBody.write(answer.toByteArray())
  }

  private static void advertise(UploadPack pack, OutputStream out) {
    pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), 'git-upload-pack')
  }
}
