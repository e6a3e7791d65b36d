new Build(basedir).refuses(
    'src/*.tff',
    'src/main/stacks/dev.yaml:4:9',
    '')
