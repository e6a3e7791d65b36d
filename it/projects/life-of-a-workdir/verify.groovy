def build = new Build(basedir)
def action = { step, component -> build.json("results/${step}.json").components.find { it.component == component }.action }
def content = { step, path -> build.file("results/$step/terraform/dev/$path").text }

assert action('create', 'vpc') == 'created'
assert content('create', 'vpc/main.tf') == 'vpc 1\n'

// The branch was asked for less than an hour ago.
assert action('create-again', 'vpc') == 'unchanged'
assert content('create-again', 'vpc/main.tf') == 'vpc 1\n'

assert action('update', 'vpc') == 'updated'
assert action('update', 'bucket') == 'unchanged'
assert content('update', 'vpc/main.tf') == 'vpc 2\n'
assert content('update', 'bucket/main.tf') == 'bucket 1\n'
assert !build.has('results/update/terraform/dev/vpc/gone.tf')
assert content('update', 'vpc/terraform.tfstate') == 'mine'

build.says('source.force=true')
assert action('delete', 'bucket') == 'deleted'
assert !build.has('results/delete/terraform/dev/bucket')
assert content('delete', 'vpc/main.tf') == 'vpc 2\n'

def status = build.json('results/list.json').collectEntries { [it.component, it.status] }
assert status == [vpc: 'current', bucket: 'missing']

// The goal clean takes what was provisioned and leaves what was not.
assert !build.has('target/workdir/terraform/dev/vpc/main.tf')
