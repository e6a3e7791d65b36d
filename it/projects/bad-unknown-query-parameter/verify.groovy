new Build(basedir).refuses(
    "the unknown parameter 'reff' in the source",
    'src/main/stacks/dev.yaml:4:15',
    'remove it: a git source knows ')
