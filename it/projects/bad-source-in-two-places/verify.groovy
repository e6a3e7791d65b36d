new Build(basedir).refuses(
    'source is written twice: at src/main/stacks/dev.yaml:6:7 and under metadata at src/main/stacks/dev.yaml:5:9',
    'src/main/stacks/dev.yaml:5:9',
    "keep one of the two, best the one beside 'metadata'")
