def build = new Build(basedir)
assert build.actions() == ['dev/vpc': 'created']
assert !build.has('target/workdir/terraform/dev/off')
