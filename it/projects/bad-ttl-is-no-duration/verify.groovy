new Build(basedir).refuses(
    "'soon' is not a duration",
    'src/main/stacks/dev.yaml:6:14',
    'write 90m, 1h30m, 7d or 1w')
