new Build(basedir).refuses(
    "the key 'source' stands twice in one map",
    'src/main/stacks/dev.yaml:5:7',
    'remove one of the two; the first is in line 4')
