def build = new Build(basedir)
build.refuses(
    "'..' in the subdirectory in the source 'https://user:redacted@git.invalid/acme/modules.git//../vpc'",
    'src/main/stacks/dev.yaml:4:15',
    'name the directory from the root of the source')
build.doesNotSay('s3cr3t-w0rd')
