def build = new Build(basedir)
assert build.file('target/workdir/greeting/dev/world/word.txt').text == 'hello\n'
assert build.json('target/list.json')*.type == ['greeting']
