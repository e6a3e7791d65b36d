def build = new Build(basedir)
build.refuses('source has no uri', 'src/main/stacks/dev.yaml:5:9', "add 'uri:'")
build.refuses("unknown key 'url' in source", 'src/main/stacks/dev.yaml:10:9', "write 'uri' instead of 'url'")
assert build.actions() == ['dev/no-uri': 'failed', 'dev/fine': 'created', 'dev/typo': 'failed']

// The list still prints.
def rows = build.json('target/list.json')
assert rows.collectEntries { [it.component, it.status] } == ['no-uri': 'invalid', fine: 'current', typo: 'invalid']
def error = rows.find { it.component == 'typo' }.error
assert error.subMap('kind', 'code', 'file', 'line', 'column') ==
    [kind: 'InvalidStack', code: 2, file: 'src/main/stacks/dev.yaml', line: 10, column: 9]
assert error.advice == ["write 'uri' instead of 'url'"]
