import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.nio.charset.StandardCharsets
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/**
 * A server on this machine that speaks as Azure Blob Storage does, for one account. It computes the
 * signature of every request itself, and lets nobody in who shows another.
 */
class BlobHost implements Closeable {

  private final String account
  private final String key
  private final HttpServer server
  private final Map<String, byte[]> content = new TreeMap<>()

  /** Every request as path and status, in the order of answers. */
  final List<String> asked = Collections.synchronizedList([])

  BlobHost(String account, String key) {
    this.account = account
    this.key = key
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

  /** Stores a blob. */
  void put(String container, String name, String text) {
    content["/$account/$container/$name".toString()] = text.getBytes(StandardCharsets.UTF_8)
  }

  /** Whoever builds with this line in .mvn/maven.config asks this host. */
  void tell(File basedir) {
    def config = new File(basedir, '.mvn/maven.config')
    config.parentFile.mkdirs()
    config.text = "-Dstore=127.0.0.1:${server.address.port}\n"
  }

  @Override
  void close() {
    server.stop(0)
  }

  private void answer(HttpExchange exchange) {
    def query = parameters(exchange.requestURI)
    def blob = content[exchange.requestURI.path]
    if (exchange.requestHeaders.getFirst('Authorization') != expected(exchange, query)) {
      refuse(exchange, 403, 'AuthenticationFailed')
    } else if (query.comp == 'list') {
      send(exchange, listing("$exchange.requestURI.path/", query.prefix).bytes)
    } else if (blob == null) {
      refuse(exchange, 404, 'BlobNotFound')
    } else {
      exchange.responseHeaders.add('ETag', "\"${etag(blob)}\"")
      send(exchange, blob)
    }
  }

  /** Where the path begins with the account, it is there twice. */
  private String expected(HttpExchange exchange, Map<String, String> query) {
    def own = exchange.requestHeaders.findAll { it.key.toLowerCase().startsWith('x-ms-') }
    def named = own.collectEntries(new TreeMap()) { [it.key.toLowerCase(), it.value[0]] }
    def text = [exchange.requestMethod] + [''] * 7 + [exchange.requestHeaders.getFirst('If-Match') ?: ''] + [''] * 3
    text += named.collect { "$it.key:$it.value" }
    text << "/$account$exchange.requestURI.rawPath"
    text += query.collect { "$it.key:$it.value" }
    def mac = Mac.getInstance('HmacSHA256')
    mac.init(new SecretKeySpec(key.decodeBase64(), 'HmacSHA256'))
    "SharedKey $account:${mac.doFinal(text.join('\n').bytes).encodeBase64()}"
  }

  private String listing(String container, String prefix) {
    def blobs = content.findAll { it.key.startsWith(container + prefix) }.collect { path, bytes ->
      def properties = "<Etag>${etag(bytes)}</Etag><Content-Length>$bytes.length</Content-Length>"
      "<Blob><Name>${path.substring(container.length())}</Name><Properties>$properties</Properties></Blob>"
    }
    "<EnumerationResults><Blobs>${blobs.join('')}</Blobs><NextMarker/></EnumerationResults>"
  }

  private void refuse(HttpExchange exchange, int status, String code) {
    asked << "$exchange.requestURI.rawPath $status".toString()
    exchange.responseHeaders.add('x-ms-error-code', code)
    exchange.sendResponseHeaders(status, -1)
  }

  private void send(HttpExchange exchange, byte[] body) {
    asked << "$exchange.requestURI.rawPath 200".toString()
    def silent = exchange.requestMethod == 'HEAD'
    exchange.sendResponseHeaders(200, silent ? -1 : body.length)
    if (!silent) {
      exchange.responseBody.write(body)
    }
  }

  private static Map<String, String> parameters(URI uri) {
    def pairs = (uri.rawQuery ?: '').tokenize('&')*.split('=', 2)
    pairs.collectEntries(new TreeMap()) { [it[0], URLDecoder.decode(it[1], 'UTF-8')] }
  }

  private static String etag(byte[] bytes) {
    '0x' + Arrays.hashCode(bytes).abs()
  }
}
