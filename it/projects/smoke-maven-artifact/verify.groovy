def build = new Build(basedir)
def vpc = { component -> build.file("target/workdir/terraform/dev/$component/main.tf").text }
assert vpc('release') == 'vpc 1.4\n'
assert vpc('range') == 'vpc 1.3\n'
assert vpc('newest') == 'vpc 2.0\n'
assert vpc('snapshot') == 'vpc 1.5 second\n'
assert build.file('target/workdir/terraform/dev/file/smoke-prod.tfvars').text == 'a = 1\n'
assert !build.has('target/workdir/terraform/dev/release/README.md')

// Offline, from the local repository: every component anew, and no request.
assert build.actions().values().every { it == 'created' }
assert build.log.readLines().findAll { it.contains('Provisioned 5 components (5 created)') }.size() == 2
build.says('Provisioned 5 components (5 created), no request')
assert new File(localRepositoryPath, 'org/example/infra/smoke-edge/1.5.0-SNAPSHOT/smoke-edge-1.5.0-20260101.101012-2.zip').file

// Nothing is stored twice: the content stays in the local repository, the cache has lists of files.
def cached = []
new File(basedir, 'cache/mvn').eachFileRecurse(groovy.io.FileType.FILES) { cached << it.name }
assert cached.any { it.endsWith('.t1') }
assert !cached.any { it.endsWith('.zip') }
