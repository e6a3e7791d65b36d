new Build(basedir).refuses(
    'source',
    'src/main/stacks/dev.yaml:5:7',
    '')
