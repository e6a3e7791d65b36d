import java.util.zip.ZipFile

// Maven reads no POM but ours, and the JVM checks no signature.
def build = new Build(basedir)
def realm = build.log.readLines().findAll { it.contains('Included: ') }
def start = realm.findIndexOf { it.contains('source-provisioner-maven-plugin') }
assert start >= 0
// Maven itself adds one that is years old to every plugin.
assert realm.drop(start + 1).takeWhile { !it.contains('maven-plugin:') }.every { it.contains('plexus-utils') }

def directory = new File(localRepositoryPath, "io/github/source-provisioner/source-provisioner-maven-plugin/$version")
def jar = new File(directory, "source-provisioner-maven-plugin-${version}.jar")
assert jar.length() < 15_000_000
def names = new ZipFile(jar).withCloseable { zip -> zip.entries()*.name }
assert names.contains('org/eclipse/jgit/lib/ObjectId.class')
assert names.contains('META-INF/maven/org.eclipse.jgit/org.eclipse.jgit/pom.properties')
assert names.contains('META-INF/NOTICE')
assert names.every { !(it ==~ /META-INF\/[^\/]*\.(SF|RSA|DSA|EC)/) }
assert !names.contains('META-INF/services/java.nio.file.spi.FileSystemProvider')
