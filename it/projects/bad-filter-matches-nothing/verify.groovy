new Build(basedir).refuses(
    'included_paths and excluded_paths choose none of the ',
    'src/main/stacks/dev.yaml:5:14',
    'write a pattern for files, such as ')
