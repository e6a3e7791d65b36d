new Build(basedir).refuses(
    'components inherit from each other: ',
    'src/main/stacks/dev.yaml:5:9',
    'remove the base that is named at ')
