def host = new AcmeHost('build', 'correct-horse-7')
host.tell(basedir)
context.host = host
true
