def build = new Build(basedir)
build.says('dev/vpc')
assert !build.has('target/workdir')
