def build = new Build(basedir)
def workdir = 'target/workdir/terraform/dev/vpc'
assert build.json('results/update.json').components*.action == ['updated']
assert build.file("$workdir/main.tf").text == 'vpc 2\n'
assert !build.has("$workdir/gone.tf")

assert build.file("$workdir/terraform.tfstate").text == 'state'
assert build.file("$workdir/x.auto.tfvars").text == 'variables'
assert build.file("$workdir/.terraform/providers/lock").text == 'lock'
