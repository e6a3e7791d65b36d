new Build(basedir).refuses(
    'vpc/default',
    'src/main/stacks/dev.yaml:8:20',
    'vpc/defaults')
