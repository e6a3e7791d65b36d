new Build(basedir).refuses(
    'do not agree',
    'src/main/stacks/dev.yaml:6:18',
    "keep one of the two: remove '?ref=' from the uri, or remove 'version'")
