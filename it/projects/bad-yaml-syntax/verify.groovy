new Build(basedir).refuses(
    'the file is not valid YAML: ',
    'src/main/stacks/dev.yaml:4:1',
    'check the indentation and the quotes in this line and the one before')
