def build = new Build(basedir)
def place = 'src/main/stacks/dev.yaml:'
build.refuses('no org.example.infra:few:zip:9.9 in ', place + '4:15', 'pick one of 1.0.0, 1.1.0 (newest)')
build.refuses('no version of org.example.infra:few:zip:[3.0,4.0) in ', place + '6:15', 'pick one of 1.0.0, 1.1.0 (newest)')
build.refuses('no org.example.infra:few:jar:docs:1.1.0 in ', place + '8:15', 'this version has no file docs@jar')
build.refuses('no org.example.infra:nothing:zip:1.0 in ', place + '10:15', 'a <repository> of the POM has them')
assert build.entries().findAll { it.error }.every { it.error.kind == 'SourceNotFound' && it.error.code == 2 }

// The other component does not suffer.
assert build.actions()['dev/good'] == 'created'
