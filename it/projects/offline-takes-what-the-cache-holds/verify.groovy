def build = new Build(basedir)
build.says('Provisioned 2 components (2 created), no request')
assert build.file('target/workdir/terraform/dev/tag/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/branch/main.tf').text == 'vpc\n'
assert build.actions() == ['dev/tag': 'unchanged', 'dev/branch': 'unchanged']
