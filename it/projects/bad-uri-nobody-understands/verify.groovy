new Build(basedir).refuses(
    "nothing understands the source 'cvs::cvs.example.com/modules'",
    'src/main/stacks/dev.yaml:4:15',
    'begin the URI with git::')
