def build = new Build(basedir)

def before = build.json('target/before.json')
assert before.size() == 1
assert before[0].stack == 'dev'
assert before[0].type == 'terraform'
assert before[0].component == 'vpc'
assert before[0].status == 'missing'
assert before[0].revision == null
assert before[0].location.scheme == 'git'
assert before[0].location.ref == 'v1'
assert before[0].location.subdir == 'vpc'
assert before[0].workdir == 'target/workdir/terraform/dev/vpc'
assert before[0].error == null

def after = build.json('target/after.json')
assert after[0].status == 'current'
assert after[0].revision == build.file('expected-id.txt').text
assert after[0].treeHash.startsWith('t1:sha256:')

def vpc = build.json('target/vpc.json')
assert vpc.workdir == before[0].workdir
build.says('source:create')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
