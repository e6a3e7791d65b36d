new Build(basedir).refuses(
    "component 'vpc' inherits from 'vpc/default', which this stack does not define",
    'src/main/stacks/dev.yaml:8:20',
    'vpc/defaults')
