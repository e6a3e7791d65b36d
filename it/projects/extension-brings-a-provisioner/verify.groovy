def build = new Build(basedir)

// Before the workdir is there, and after; for every type that the provisioner wants.
build.says('postcard at before.terraform.create: dev/vpc, 0 files')
build.says('postcard at after.terraform.create: dev/vpc, 1 files')
build.says('postcard at before.greeting.create: dev/card, 0 files')
build.says('postcard at after.greeting.create: dev/card, 1 files')

// Its failure is the failure of one component.
build.refuses(
    'provisioner postcard failed at before.terraform.create for dev/broken: IllegalStateException: nobody is at home',
    'src/main/stacks/dev.yaml:6:5',
    'check what dev/broken configures for postcard')
assert build.actions() == ['dev/card': 'created', 'dev/broken': 'failed', 'dev/vpc': 'created']
assert !build.has('target/workdir/terraform/dev/broken')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == '# vpc\n'
