def build = new Build(basedir)
build.says('Verified 1 component and 1 snapshot of the cache: all as locked')
build.refuses('1 file edited: main.tf; 1 file missing: outputs.tf', 'src/main/stacks/dev.yaml:5:14',
    'restore it with -Dsource.fix=true')
build.says('dev/vpc also has extra.tf')
build.says('Restored 1 component')
build.refuses('its snapshot in the cache is damaged, or another tree than the locked one',
    'src/main/stacks/dev.yaml:5:14', 'see what differs before you run anything with it')
assert build.log.readLines().count { it.contains('Verified 1 component and 1 snapshot') } == 4
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc 1\n'
assert build.file('target/workdir/terraform/dev/vpc/outputs.tf').text == 'outputs\n'
assert build.file('target/workdir/terraform/dev/vpc/extra.tf').text == 'extra'
def kept = []
new File(basedir, 'target/source-provisioner/aside').eachFileRecurse { if (it.name == 'main.tf') kept << it.text }
assert kept == ['mine']
