def build = new Build(basedir)
context.host.close()

// One transfer for both components, and none in the second build.
assert context.host.asked == ['/modules.zip']
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/dns/main.tf').text == 'dns\n'
assert !build.has('target/workdir/terraform/dev/vpc/README.md')
assert build.actions() == ['dev/vpc': 'unchanged', 'dev/dns': 'unchanged']
