def build = new Build(basedir)
assert build.json('results/without.json').components*.action == ['unchanged']
assert build.json('results/with.json').components*.action == ['updated']
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc 2\n'
