def host = new OciHost('build', 'correct-horse-7')
host.push('acme/modules', '1.0.0', ['vpc/main.tf': 'vpc\n', 'dns/main.tf': 'dns\n', 'README.md': '#\n'])
host.tell(basedir)
context.host = host
true
