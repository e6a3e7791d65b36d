new Build(basedir).refuses(
    "the imported manifest 'catalog/vcp' does not exist",
    'src/main/stacks/dev.yaml:2:5',
    'catalog/vpc')
