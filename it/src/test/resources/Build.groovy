import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.LinkOption

/** What a finished build of a project under test left behind. */
class Build {

  private final File basedir

  Build(File basedir) {
    this.basedir = basedir
  }

  /** The log of all Maven runs of the project, one after another. */
  String getLog() {
    new File(basedir, 'build.log').getText('UTF-8')
  }

  /** A file of the project that has to be there. */
  File file(String path) {
    def file = new File(basedir, path)
    assert file.file : "$path is missing in $basedir"
    file
  }

  /** Whether anything is there, a dangling link included. */
  boolean has(String path) {
    Files.exists(basedir.toPath().resolve(path), LinkOption.NOFOLLOW_LINKS)
  }

  /** A JSON file, parsed. */
  Object json(String path) {
    new JsonSlurper().parse(file(path), 'UTF-8')
  }

  /** What the last goal that changes something did, by stack/component. */
  Map<String, String> actions(String module = '.') {
    entries(module).collectEntries { [("$it.stack/$it.component".toString()): it.action] }
  }

  /** The entries of the result of the last goal that changes something. */
  List entries(String module = '.') {
    json("$module/target/source-provisioner/result.json").components
  }

  /** Fails unless the log holds the text. */
  void says(String text) {
    assert log.contains(text) : "the log of $basedir does not say: $text"
  }

  /** Fails unless the log holds a failure with its message, the place that is to blame and advice. */
  void refuses(String message, String place, String advice) {
    says(message)
    says('  declared at ' + place)
    assert log.readLines().any { it.contains('Try: ') && it.contains(advice) } : "no advice says: $advice"
  }

  /** Fails if the log holds the text. */
  void doesNotSay(String text) {
    assert !log.contains(text) : "the log of $basedir says: $text"
  }
}
