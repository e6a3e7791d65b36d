new Build(basedir).refuses(
    'catalog/vcp',
    'src/main/stacks/dev.yaml:2:5',
    'catalog/vpc')
