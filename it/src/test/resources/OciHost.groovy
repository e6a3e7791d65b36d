import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import java.nio.charset.StandardCharsets
import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/**
 * A registry on this machine with one module package, as OpenTofu pushes them. Whoever wants to read
 * it needs a token, which its token service sells for a user and a password.
 */
class OciHost implements Closeable {

  private static final String TOKEN = 'a-token-of-the-registry'

  private final String expected
  private final HttpServer server
  private final Map<String, byte[]> content = [:]

  /** Every request as path and status, in the order of requests. */
  final List<String> asked = Collections.synchronizedList([])

  OciHost(String user, String password) {
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

  /** Puts files into a repository under a tag; the digest of the artifact. */
  String push(String repository, String tag, Map<String, String> files) {
    def zip = zip(files)
    def layer = [mediaType: 'archive/zip', digest: digest(zip), size: zip.length]
    def manifest = JsonOutput.toJson([
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType: 'application/vnd.opentofu.modulepkg',
      layers: [layer]
    ]).getBytes(StandardCharsets.UTF_8)
    content["/v2/$repository/blobs/${layer.digest}".toString()] = zip
    [tag, digest(manifest)].each { content["/v2/$repository/manifests/$it".toString()] = manifest }
    content["/v2/$repository/tags/list".toString()] = JsonOutput.toJson([tags: [tag]]).bytes
    digest(manifest)
  }

  /** Whoever builds with this line in .mvn/maven.config asks this host. */
  void tell(File basedir) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    config.text = "-Dregistry=127.0.0.1:${server.address.port}\n"
  }

  @Override
  void close() {
    server.stop(0)
  }

  private void answer(HttpExchange exchange) {
    def path = exchange.requestURI.path
    def shown = exchange.requestHeaders.getFirst('Authorization')
    if (path == '/token') {
      def known = shown == expected
      send(exchange, known ? 200 : 401, 'application/json', JsonOutput.toJson([token: TOKEN]).bytes)
    } else if (shown != "Bearer $TOKEN".toString()) {
      def realm = "http://127.0.0.1:${server.address.port}/token"
      exchange.responseHeaders.add('WWW-Authenticate', "Bearer realm=\"$realm\",service=\"story\"")
      send(exchange, 401, 'application/json', '{}'.bytes)
    } else {
      def type = path.contains('/manifests/') ? 'application/vnd.oci.image.manifest.v1+json' : 'application/octet-stream'
      send(exchange, content[path] ? 200 : 404, type, content[path] ?: '{}'.bytes)
    }
  }

  private void send(HttpExchange exchange, int status, String type, byte[] body) {
    asked << "$exchange.requestURI.path $status".toString()
    exchange.responseHeaders.add('Content-Type', type)
    exchange.sendResponseHeaders(status, body.length)
    exchange.responseBody.write(body)
  }

  private static byte[] zip(Map<String, String> files) {
    def bytes = new ByteArrayOutputStream()
    new ZipOutputStream(bytes).withCloseable { zip ->
      files.each { path, text ->
        zip.putNextEntry(new ZipEntry(path))
        zip.write(text.bytes)
      }
    }
    bytes.toByteArray()
  }

  private static String digest(byte[] bytes) {
    'sha256:' + MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex()
  }
}
