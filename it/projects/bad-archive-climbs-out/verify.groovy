def build = new Build(basedir)
build.refuses(
    'the source has 2 entries that no tree may have: ../../escaped.tf (relative segment), con.tf (reserved on Windows)',
    'src/main/stacks/dev.yaml:4:15',
    'ask whoever makes the archive to leave them out or to rename them')
assert !build.has('target/workdir')
basedir.eachFileRecurse { assert it.name != 'escaped.tf' }
