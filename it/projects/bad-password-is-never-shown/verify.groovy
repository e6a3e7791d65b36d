new Build(basedir).refuses(
    'redacted',
    'src/main/stacks/dev.yaml:4:15',
    '')
new Build(basedir).doesNotSay('s3cr3t-w0rd')
