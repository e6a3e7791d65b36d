new Build(basedir).refuses(
    "source.type cannot be 'gitt'",
    'src/main/stacks/dev.yaml:6:15',
    "write 'git' instead of 'gitt'")
