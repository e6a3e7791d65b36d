new Build(basedir).refuses(
    "'range' is not supported in templates",
    'src/main/stacks/dev.yaml:4:29',
    '')
