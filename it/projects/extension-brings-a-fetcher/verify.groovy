def build = new Build(basedir)
assert build.file('target/workdir/terraform/dev/world/greeting.txt').text == 'hello world 2\n'
build.says('in 1 request')
assert build.actions() == ['dev/world': 'unchanged']
