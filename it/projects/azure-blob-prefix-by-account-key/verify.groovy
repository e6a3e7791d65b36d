import java.nio.charset.StandardCharsets

def build = new Build(basedir)
def host = context.host
host.close()

def secrets = ['dGhlIGtleSBvZiB0aGUgYWNjb3VudCBvZiBhIHN0b3J5', 'YSBrZXkgdGhhdCBpcyBvZiBhbm90aGVyIGFjY291bnQu']
secrets.each { build.doesNotSay(it) }
[new File(basedir, 'target'), new File(localRepositoryPath, '.cache/source-provisioner')].each { root ->
  assert root.directory
  root.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def text = new String(file.bytes, StandardCharsets.ISO_8859_1)
    assert secrets.every { !text.contains(it) } : "$file holds a secret"
  }
}

// No blob of that name, so a listing; then each file once. The second run asks nobody, the third is refused at once.
def blobs = ['/acme/modules/1.0.0/dns/main.tf 200', '/acme/modules/1.0.0/vpc/main.tf 200', '/acme/modules/1.0.0/vpc/sub/a%20b.tf 200']
assert host.asked.first() == '/acme/modules/1.0.0 404'
assert host.asked.findAll { it.contains('.tf') }.toSet() == blobs.toSet()
assert host.asked.count { it.contains('.tf') } == blobs.size()
assert host.asked.findAll { it.endsWith(' 403') }.toSet() == ['/acme/modules/1.0.0 403'].toSet()
assert !host.asked.any { it.contains('2.0.0') }

build.refuses("refuses the account key of <server> 127.0.0.1", 'src/main/stacks/dev.yaml:4:15', 'check that it is the key of the account acme')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/vpc/sub/a b.tf').text == 'odd\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns\n'
