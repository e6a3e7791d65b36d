import java.nio.charset.StandardCharsets

def build = new Build(basedir)
def host = context.host
host.close()

assert host.convinced
def wrong = Base64.encoder.encodeToString('nobody:wrong-horse-8'.bytes)
assert host.shown.every { !it.contains(wrong) }
def secrets = ['correct-horse-7', Base64.encoder.encodeToString('build:correct-horse-7'.bytes)]
secrets.each { build.doesNotSay(it) }
def cache = new File(localRepositoryPath, '.cache/source-provisioner')
[new File(basedir, 'target'), cache].each { root ->
  assert root.directory
  root.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def text = new String(file.bytes, StandardCharsets.ISO_8859_1)
    assert secrets.every { !text.contains(it) } : "$file holds the password"
  }
}
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.actions() == ['dev/vpc': 'unchanged']
