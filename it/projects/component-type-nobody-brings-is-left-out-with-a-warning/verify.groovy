def build = new Build(basedir)
build.says("src/main/stacks/dev.yaml:2:3: nothing installed knows the component type 'greeting'; its sources are left out")
build.says('with a ComponentType for it to the plugin')
assert !build.has('target/workdir')
