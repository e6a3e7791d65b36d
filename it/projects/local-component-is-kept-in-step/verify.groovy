def build = new Build(basedir)
assert build.json('results/again.json').components.collectEntries { [it.component, it.action] } == [tags: 'unchanged']
assert build.json('results/changed.json').components.collectEntries { [it.component, it.action] } == [tags: 'updated']
assert build.file('target/workdir/terraform/dev/tags/main.tf').text == 'later'
assert !build.has('target/workdir/terraform/dev/tags/gone.tf')
assert build.file('components/terraform/tags/main.tf').text == 'later'
assert !build.has('target/workdir/terraform/dev/plain')
