new Build(basedir).refuses(
    "the source 'modules/vpc'",
    'src/main/stacks/dev.yaml:4:15',
    './modules/vpc')
