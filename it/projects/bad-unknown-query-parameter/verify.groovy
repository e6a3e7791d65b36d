new Build(basedir).refuses(
    'reff',
    'src/main/stacks/dev.yaml:4:15',
    'ref')
