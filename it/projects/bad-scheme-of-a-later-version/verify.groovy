new Build(basedir).refuses(
    'maven sources are not supported yet by this version',
    'src/main/stacks/dev.yaml:4:15',
    'use one of the schemes that work: azure, file, ')
