import java.nio.charset.StandardCharsets

def build = new Build(basedir)
def host = context.host
host.close()

// The engine calls the fetcher again after a transfer that failed, and not after a refusal.
assert host.asked == ['/world/2 503', '/world/2 200', '/world/3 401']
build.says('Acme answers with status 503; attempt 2 of ')
assert build.file('target/workdir/terraform/dev/world/world.txt').text == 'hello /world/2\n'
assert build.log.readLines().any { it =~ /Downloaded from 127\.0\.0\.1: http:\S+\/world \(17 B at/ }
build.says('in 2 requests')

def secrets = ['correct-horse-7', 'wrong-horse-8'].collectMany {
  [it, Base64.encoder.encodeToString("build:$it".bytes)]
}
secrets.each { build.doesNotSay(it) }
[new File(basedir, 'target'), new File(localRepositoryPath, '.cache/source-provisioner')].each { root ->
  root.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def text = new String(file.bytes, StandardCharsets.ISO_8859_1)
    assert secrets.every { !text.contains(it) } : "$file holds a secret"
  }
}

build.refuses(
    'Acme refuses access with <server> 127.0.0.1',
    'src/main/stacks/dev.yaml:5:14',
    'check the <server> of the host in settings.xml')
