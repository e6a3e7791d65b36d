def build = new Build(basedir)
def workdirs = build.json('target/list.json').collectEntries { [("$it.stack/$it.component".toString()): it.workdir] }
assert workdirs.keySet().findAll { it.endsWith('/vpc') } == ['plat-ue2-dev/vpc', 'plat-ue2-prod/vpc'] as Set

assert build.file('target/workdir/terraform/plat-ue2-dev/vpc/main.tf').text == 'vpc, later\n'
assert build.file('target/workdir/terraform/plat-ue2-prod/vpc/main.tf').text == 'vpc\n'
assert !build.has('target/workdir/terraform/plat-ue2-prod/vpc/README.md')
assert build.file('target/workdir/terraform/plat-ue2-dev/tags/main.tf').text == '# a component of this repository\n'
assert build.file('target/workdir/terraform/plat-ue2-prod/tags/main.tf').text == '# a component of this repository\n'
assert build.file('components/terraform/tags/main.tf').text == '# a component of this repository\n'

def vpc = build.json('target/vpc.json')
assert vpc.version == '1.2.0'
