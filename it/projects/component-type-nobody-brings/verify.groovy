new Build(basedir).refuses(
    'greeting',
    'src/main/stacks/dev.yaml:2:3',
    '<dependencies>')
