def zip = FileHost.zip(
    'modules-1.0/vpc/main.tf': 'vpc\n', 'modules-1.0/dns/main.tf': 'dns\n', 'modules-1.0/README.md': 'all\n')
def host = new FileHost('/modules.zip': zip)
host.tell(basedir, [checksum: 'sha256:' + FileHost.sha256(zip)])
context.host = host
true
