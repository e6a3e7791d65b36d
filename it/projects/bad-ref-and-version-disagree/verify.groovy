new Build(basedir).refuses(
    'the version at src/main/stacks/dev.yaml:6:18 and the ref in the uri at src/main/stacks/dev.yaml:5:14 do not agree',
    'src/main/stacks/dev.yaml:6:18',
    "keep one of the two: remove '?ref=' from the uri, or remove 'version'")
