def build = new Build(basedir)
build.says('stakcs')
build.says('Try: ')
build.says('source.stacksDirectory')
