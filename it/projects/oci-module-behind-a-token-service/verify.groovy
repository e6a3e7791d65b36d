import java.nio.charset.StandardCharsets

def build = new Build(basedir)
def host = context.host
host.close()

def secrets = ['correct-horse-7', 'a-token-of-the-registry', Base64.encoder.encodeToString('build:correct-horse-7'.bytes)]
secrets.each { build.doesNotSay(it) }
[new File(basedir, 'target'), new File(localRepositoryPath, '.cache/source-provisioner')].each { root ->
  assert root.directory
  root.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def text = new String(file.bytes, StandardCharsets.ISO_8859_1)
    assert secrets.every { !text.contains(it) } : "$file holds a secret"
  }
}

// One question without a token, one token, one manifest, one blob; the second run asks nobody.
def blob = host.asked.find { it.contains('/blobs/') }
assert host.asked.take(4) == [
  '/v2/acme/modules/manifests/1.0.0 401', '/token 200', '/v2/acme/modules/manifests/1.0.0 200', blob
]
assert host.asked.count { it.contains('/manifests/1.0.0') } == 2
assert host.asked.count { it.contains('/blobs/') } == 1

build.refuses('there is no tag 1.1.0 in acme/modules', 'src/main/stacks/dev.yaml:5:14', 'pick one of 1.0.0 (newest)')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns\n'
assert !build.has('target/workdir/terraform/dev/vpc/README.md')
