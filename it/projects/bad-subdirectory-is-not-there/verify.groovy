new Build(basedir).refuses(
    'vcp',
    'src/main/stacks/dev.yaml:4:15',
    'vpc')
