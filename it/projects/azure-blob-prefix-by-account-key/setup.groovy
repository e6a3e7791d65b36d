def host = new BlobHost('acme', 'dGhlIGtleSBvZiB0aGUgYWNjb3VudCBvZiBhIHN0b3J5')
host.put('modules', '1.0.0/vpc/main.tf', 'vpc\n')
host.put('modules', '1.0.0/vpc/sub/a b.tf', 'odd\n')
host.put('modules', '1.0.0/dns/main.tf', 'dns\n')
host.put('modules', '2.0.0/vpc/main.tf', 'newer\n')
host.tell(basedir)
context.host = host
true
