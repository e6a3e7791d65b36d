new Build(basedir).refuses(
    "unknown component type 'greeting'",
    'src/main/stacks/dev.yaml:2:3',
    '')
