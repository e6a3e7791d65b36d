def content = { text -> FileHost.zip('vpc/main.tf': text, 'README.md': 'root\n') }
ArtifactRepository.forget(localRepositoryPath, ['smoke', 'smoke-edge'])
new ArtifactRepository(new File(basedir, 'repository'))
    .release('smoke', '1.3.0', ['.zip': content('vpc 1.3\n')])
    .release('smoke', '1.4.0', ['.zip': content('vpc 1.4\n'), '-prod.tfvars': 'a = 1\n'.bytes])
    .release('smoke', '2.0.0', ['.zip': content('vpc 2.0\n')])
    .snapshot('smoke-edge', '1.5.0-SNAPSHOT', 1, content('vpc 1.5 first\n'))
    .snapshot('smoke-edge', '1.5.0-SNAPSHOT', 2, content('vpc 1.5 second\n'))
    .close()
