def content = { text -> FileHost.zip('vpc/main.tf': "vpc $text\n".toString(), 'dns/main.tf': "dns $text\n".toString()) }
ArtifactRepository.forget(localRepositoryPath, ['modules', 'edge'])
def repository = new ArtifactRepository(new File(basedir, 'repository'))
    .release('modules', '1.4.0', ['.zip': content('1.4')])
    .release('modules', '2.0.0', ['.zip': content('2.0')])
    .snapshot('edge', '1.5.0-SNAPSHOT', 1, content('first'))

// What is deployed later; a version that had to be asked for is not there at first.
new ArtifactRepository(new File(basedir, 'later'))
    .release('modules', '1.4.0', ['.zip': content('1.4')])
    .release('modules', '1.5.0', ['.zip': content('1.5')])
    .release('modules', '2.0.0', ['.zip': content('2.0')])
    .snapshot('edge', '1.5.0-SNAPSHOT', 2, content('second'))

// The repository of the POM does not exist: its mirror has to be asked.
new File(basedir, 'mirrors.xml').text = """<settings>
  <mirrors><mirror><id>acme-mirror</id><mirrorOf>infra</mirrorOf><url>${repository.open()}</url></mirror></mirrors>
</settings>
"""
context.repository = repository
true
