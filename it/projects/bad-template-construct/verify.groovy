new Build(basedir).refuses(
    'range',
    'src/main/stacks/dev.yaml:4:15',
    '')
