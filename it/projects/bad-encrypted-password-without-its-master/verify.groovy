def build = new Build(basedir)
def host = context.host
host.close()

build.refuses(
    'the password of <server> 127.0.0.1 could not be decrypted',
    'src/main/stacks/dev.yaml:4:15',
    'check the master password in ~/.m2/settings-security.xml')
assert build.entries()[0].error.code == 3
assert host.shown.every { it == 'nothing' }
