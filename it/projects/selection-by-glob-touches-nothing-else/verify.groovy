def build = new Build(basedir)
assert build.actions() == ['dev/vpc': 'created', 'prod/vpc': 'created']
assert new File(basedir, 'target/workdir/terraform').list().toSorted() == ['dev', 'prod']
assert !build.has('target/workdir/helmfile')
