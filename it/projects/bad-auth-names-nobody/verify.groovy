def build = new Build(basedir)
def host = context.host
host.close()

build.refuses(
    'there is no <server> with the id acme',
    'src/main/stacks/dev.yaml:5:14',
    'add <server><id>acme</id>…</server> to settings.xml')
assert build.entries()[0].error.code == 3
assert host.shown.every { it == 'nothing' }
build.doesNotSay('correct-horse-7')
