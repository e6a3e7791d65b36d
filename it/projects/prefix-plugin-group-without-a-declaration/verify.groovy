def build = new Build(basedir)
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == '# vpc\n'
