import groovy.io.FileType

def build = new Build(basedir)

build.says('Published 2 components (2 published)')
build.says('unchanged dev/vpc (there already)')
def shared = []
new File(basedir, 'shared').eachFileRecurse(FileType.FILES) { shared << it.name }
assert ['zip', 't1', 'properties'].every { extension -> shared.count { it.endsWith('.' + extension) } == 2 }
assert !shared.any { it.startsWith('maven-metadata') }

assert build.actions() == ['dev/dns': 'created', 'dev/vpc': 'created']
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns\n'
assert !build.has('bob/.internal/v1/stores')
