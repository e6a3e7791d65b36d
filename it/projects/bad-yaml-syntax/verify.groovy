new Build(basedir).refuses(
    '',
    'src/main/stacks/dev.yaml:3:5',
    '')
