def build = new Build(basedir)
def first = build.file('results/first.lock.yaml').text
build.says('2 new sources locked in source.lock.yaml')
assert first.startsWith('# Written by the Source Provisioner for Maven.')
assert first.contains('    version: "main"\n    ref: "refs/heads/main"\n    commit: "')
assert first =~ /(?m)^    tree: "t1:sha256:[0-9a-f]{64}"$/

assert build.file('results/elsewhere.lock.yaml').text == first
assert build.file('results/elsewhere.tf').text == 'vpc 1\n'
assert build.json('results/elsewhere.json').components*.action == ['created', 'created']

build.refuses('the tag moved from', 'src/main/stacks/dev.yaml:5:14', 'find out who moved it')

build.refuses('not in source.lock.yaml, and the lock file is frozen',
    'src/main/stacks/prod.yaml:5:14', 'run source:lock where you develop')
assert build.log.readLines().count { it.contains('not in source.lock.yaml') } == 2
build.says('source:update moves what is locked, and the lock file is frozen')

def updated = build.file('results/updated.lock.yaml').text
assert updated.count('- uri: ') == 4
assert build.file('results/updated.tf').text == 'vpc 2\n'
def commits = { text -> (text =~ /commit: "(\w+)"/)*.getAt(1) as Set }
assert commits(first).disjoint(commits(updated))
build.says('the tag moved from')
build.says('source.lock.yaml locks 4 sources')

assert build.log =~ /upstream\.git\/\/vpc@v1 \([0-9a-f]{12}\)\r?\n\[INFO\]   dev\/tag \(terraform\) at src\/main\/stacks\/dev\.yaml:5:14/
assert build.file('source.lock.yaml').text == updated
build.says('results/first.lock.yaml locks other things: git::file:')
