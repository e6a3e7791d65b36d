new Build(basedir).refuses(
    'source has no uri',
    'src/main/stacks/dev.yaml:5:9',
    "add 'uri:' with the place that the source comes from")
