new Build(basedir).refuses(
    '..',
    'src/main/stacks/dev.yaml:4:15',
    '')
