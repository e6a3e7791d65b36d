import java.nio.file.Files

def build = new Build(basedir)
def vpc = 'target/workdir/terraform/dev/vpc'
assert build.file("$vpc/main.tf").text == 'vpc 1\n'
assert build.file("$vpc/init.sh").canExecute()
assert Files.isSymbolicLink(new File(basedir, "$vpc/again.tf").toPath())
assert !build.has("$vpc/README.md")
assert !build.has("$vpc/.git")
assert build.file('target/workdir/terraform/dev/newest/main.tf').text == 'vpc 2\n'

build.says("Source Provisioner $version")
build.says('Provisioned 2 components (2 created)')
build.says('Nothing to do (2 components unchanged), no request')
assert build.actions() == ['dev/vpc': 'unchanged', 'dev/newest': 'unchanged']
