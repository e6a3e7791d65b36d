import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** A web server on this machine with a few files in memory. What it was asked for is kept. */
class FileHost implements Closeable {

  private final HttpServer server

  /** The path of every request, in order. */
  final List<String> asked = Collections.synchronizedList([])

  FileHost(Map<String, byte[]> files) {
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.createContext('/') { HttpExchange exchange ->
      asked << exchange.requestURI.path
      byte[] body = files[exchange.requestURI.path]
      exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length)
      if (body != null) {
        exchange.responseBody.write(body)
      }
      exchange.close()
    }
    server.start()
  }

  /** A zip with the text of each path; nothing is checked. */
  static byte[] zip(Map<String, String> files) {
    def bytes = new ByteArrayOutputStream()
    new ZipOutputStream(bytes).withCloseable { out ->
      files.each { path, text ->
        out.putNextEntry(new ZipEntry(path))
        out.write(text.getBytes('UTF-8'))
        out.closeEntry()
      }
    }
    bytes.toByteArray()
  }

  static String sha256(byte[] bytes) {
    MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex()
  }

  /** Whoever builds with these lines in .mvn/maven.config asks this host. */
  void tell(File basedir, Map<String, String> properties) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    def all = properties + [files: "http://127.0.0.1:${server.address.port}"]
    config.text = all.collect { name, value -> "-D$name=$value\n" }.join()
  }

  @Override
  void close() {
    server.stop(0)
  }
}
