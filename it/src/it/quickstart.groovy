// Invoker says where this script is, not where the example was built.
def build = new Build(new File(basedir, '../../target/examples/quickstart').canonicalFile)
def workdir = 'infrastructure/target/workdir/terraform'
assert build.file("$workdir/dev/vpc/outputs.tf").text.contains('aws_vpc.this.id')
assert !build.has("$workdir/prod/vpc/outputs.tf")
assert !build.has("$workdir/prod/vpc/README.md")
assert build.file("$workdir/dev/bucket/main.tf").file
assert build.file("$workdir/prod/bucket/main.tf").file
build.says('Provisioned 4 components (4 created)')
