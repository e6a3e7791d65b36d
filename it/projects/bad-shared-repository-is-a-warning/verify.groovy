def build = new Build(basedir)

def warnings = build.log.readLines().findAll {
  it.contains('the shared repository team (http://127.0.0.1:9/releases): ') && it.contains('going on without it')
}
assert warnings.size() == 1
build.says('Provisioned 2 components (2 created)')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns\n'

build.says('publishing its snapshot')
build.says('Try: check the URL of the shared repository, and that it answers: http://127.0.0.1:9/releases')
assert build.actions() == ['dev/vpc': 'failed', 'dev/dns': 'failed']
