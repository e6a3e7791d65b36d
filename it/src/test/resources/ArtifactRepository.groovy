import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest

/**
 * A Maven repository of the group org.example.infra in a directory, as a repository manager would
 * keep it: with metadata and checksums. It can be asked as a directory, and over http.
 */
class ArtifactRepository implements Closeable {

  private static final String GROUP = 'org/example/infra'

  private final File root
  private final Map<String, List<String>> versions = [:].withDefault { [] }
  private HttpServer server

  /** The path of every request over http, in order. */
  final List<String> asked = Collections.synchronizedList([])

  ArtifactRepository(File root) {
    this.root = root
  }

  /** What an earlier run of this story has left in a local repository goes. */
  static void forget(File localRepository, List<String> artifacts) {
    artifacts.each { new File(localRepository, "$GROUP/$it").deleteDir() }
  }

  /** A release of files, each under what follows the version in its name. */
  ArtifactRepository release(String artifact, String version, Map<String, byte[]> files) {
    files.each { ending, bytes -> put("$artifact/$version/$artifact-$version$ending", bytes) }
    versions[artifact] << version
    listing(artifact)
  }

  /** One more build of a snapshot. */
  ArtifactRepository snapshot(String artifact, String version, int build, byte[] zip) {
    def base = version - '-SNAPSHOT'
    put("$artifact/$version/$artifact-$base-20260101.10101$build-${build}.zip", zip)
    metadata("$artifact/$version", """<version>$version</version><versioning>
      <snapshot><timestamp>20260101.10101$build</timestamp><buildNumber>$build</buildNumber></snapshot>
      <lastUpdated>2026010110101$build</lastUpdated></versioning>""")
    versions[artifact] << version
    listing(artifact)
  }

  /** Answers over http from now on; the URL. */
  String open() {
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.createContext('/') { HttpExchange exchange ->
      def path = exchange.requestURI.path
      asked << path
      def file = new File(root, path)
      exchange.sendResponseHeaders(file.file ? 200 : 404, file.file ? file.length() : -1)
      if (file.file) {
        exchange.responseBody.write(file.bytes)
      }
      exchange.close()
    }
    server.start()
    "http://127.0.0.1:${server.address.port}/"
  }

  @Override
  void close() {
    server?.stop(0)
  }

  private ArtifactRepository listing(String artifact) {
    def all = versions[artifact].unique()
    def releases = all.findAll { !it.endsWith('SNAPSHOT') }
    metadata(artifact, '<versioning><latest>' + all[-1] + '</latest>' +
        (releases ? "<release>${releases[-1]}</release>" : '') +
        "<versions>${all.collect { "<version>$it</version>" }.join()}</versions>" +
        '<lastUpdated>20260101101010</lastUpdated></versioning>')
    this
  }

  private void metadata(String directory, String content) {
    put("$directory/maven-metadata.xml", """<metadata><groupId>${GROUP.replace('/', '.')}</groupId>
      <artifactId>${directory.split('/')[0]}</artifactId>$content</metadata>""".getBytes('UTF-8'))
  }

  private void put(String path, byte[] bytes) {
    def file = new File(root, "$GROUP/$path")
    file.parentFile.mkdirs()
    file.bytes = bytes
    ['SHA-1': 'sha1', 'MD5': 'md5'].each { algorithm, ending ->
      new File(file.path + '.' + ending).text = MessageDigest.getInstance(algorithm).digest(bytes).encodeHex()
    }
  }
}
