def build = new Build(basedir)
build.says('skip')
assert !build.has('target/workdir')
