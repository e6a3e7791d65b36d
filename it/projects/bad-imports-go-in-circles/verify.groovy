new Build(basedir).refuses(
    'catalog/network',
    'src/main/stacks/catalog/vpc.yaml:2:5',
    '')
