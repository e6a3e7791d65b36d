new Build(basedir).refuses(
    'a',
    'src/main/stacks/dev.yaml:5:20',
    '')
