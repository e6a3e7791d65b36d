new Build(basedir).refuses(
    "'..' in the subdirectory in the source 'github.com/acme/modules//../../etc'",
    'src/main/stacks/dev.yaml:4:15',
    'name the directory from the root of the source')
