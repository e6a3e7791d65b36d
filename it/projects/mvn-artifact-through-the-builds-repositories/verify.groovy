def build = new Build(basedir)
context.repository.close()
def asked = context.repository.asked.findAll { !(it =~ /\.(sha\d+|md5)$/) }
def infra = '/org/example/infra'
def result = { name -> build.json("results/${name}.json").components.collectEntries { [(it.component): it] } }
def actions = { name -> result(name).collectEntries { [(it.key): it.value.action] } }

// One artifact for two components, and the same one for a range that means it.
assert actions('first').values().every { it == 'created' }
assert asked.count("$infra/modules/1.4.0/modules-1.4.0.zip".toString()) == 1
assert result('first').vpc.revision ==~ /1\.4\.0_[0-9a-f]{64}/
assert result('first').edge.revision ==~ /1\.5\.0-20260101\.101011-1_[0-9a-f]{64}/

// Offline nobody is asked, whether the cache has it or the local repository.
['offline', 'at-hand'].each { name ->
  assert actions(name).values().every { it == 'created' }
  assert result(name).values().every { it.requests == 0 && it.bytes == 0 }
}

// What moves is believed for an hour, and asked for with -U: then each once more.
assert actions('believed').values().every { it == 'unchanged' }
assert actions('asked') == [vpc: 'unchanged', dns: 'unchanged', range: 'updated', edge: 'updated']
assert build.file('target/workdir/terraform/dev/range/main.tf').text == 'vpc 1.5\n'
assert build.file('target/workdir/terraform/dev/edge/main.tf').text == 'vpc second\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns 1.4\n'
assert asked.count("$infra/edge/1.5.0-SNAPSHOT/maven-metadata.xml".toString()) == 3
assert asked.count("$infra/modules/1.4.0/modules-1.4.0.zip".toString()) == 1
build.says('acme-mirror')

// Nothing is stored twice: the content stays in the local repository, the cache has lists of files.
def cached = []
new File(basedir, 'cache/mvn').eachFileRecurse(groovy.io.FileType.FILES) { cached << it.name }
assert cached.any { it.endsWith('.t1') }
assert !cached.any { it.endsWith('.zip') }
