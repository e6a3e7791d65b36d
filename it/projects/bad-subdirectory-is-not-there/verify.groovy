new Build(basedir).refuses(
    'the subdirectory vcp is not found',
    'src/main/stacks/dev.yaml:4:15',
    'pick one of vpc, bucket')
