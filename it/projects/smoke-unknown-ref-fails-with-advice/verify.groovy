def build = new Build(basedir)
build.says('dev/vpc: ')
build.says('declared at src/main/stacks/dev.yaml:7:14')
build.says('Try: ')
build.says('v1.1.0')
build.says('[code 2]')

// The other component does not suffer.
assert build.file('target/workdir/terraform/dev/good/main.tf').text == 'vpc\n'
assert build.actions() == ['dev/good': 'created', 'dev/vpc': 'failed']
def error = build.entries().find { it.component == 'vpc' }.error
assert error.kind == 'SourceNotFound'
assert error.code == 2
assert error.file == 'src/main/stacks/dev.yaml'
assert error.line == 7
assert !error.advice.empty
