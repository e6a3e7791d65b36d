new Build(basedir).refuses(
    'source.version must be a string, but is a list',
    'src/main/stacks/dev.yaml:6:18',
    "write one value behind 'version:'")
