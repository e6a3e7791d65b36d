def project = new File(basedir, 'project/platform-network')

def gitignore = new File(project, '.gitignore')
assert gitignore.text.contains('target/')
assert !new File(project, 'gitignore').exists()
assert new File(project, '.mvn').directory
assert new File(project, 'README.md').text.readLines().first() == '# platform-network'
assert new File(project, 'README.md').text.contains('\n## Where things are')

def catalog = new File(project, 'src/main/stacks/catalog/network.yaml').text
assert catalog.contains('namespace: eg')
assert catalog.contains('region: eu-west-1')

['dev', 'prod'].each { stack ->
  def workdir = new File(project, "target/workdir/terraform/$stack/network")
  assert new File(workdir, 'main.tf').text == new File(project, 'src/main/modules/network/main.tf').text
  assert new File(workdir, 'variables.tf').file
  assert new File(workdir, 'outputs.tf').file
  assert !new File(workdir, 'README.md').exists()
}

// The archetype plugin takes whatever a script returns for its verdict.
true
