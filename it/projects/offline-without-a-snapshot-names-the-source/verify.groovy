def build = new Build(basedir)
build.says('offline')
build.says('git.invalid/acme/modules')
build.says('declared at src/main/stacks/dev.yaml:4:15')
assert build.entries()[0].error.kind == 'CacheUnusable'
