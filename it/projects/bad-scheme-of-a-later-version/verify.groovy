new Build(basedir).refuses(
    'not supported yet by this version',
    'src/main/stacks/dev.yaml:4:15',
    '')
