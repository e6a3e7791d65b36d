def first = ['vpc/main.tf': 'vpc 1\n', 'rds/main.tf': 'rds\n', 'dns/main.tf': 'dns\n']
def second = first + ['vpc/main.tf': 'vpc 2\n']
new Upstream(new File(basedir, 'upstream.git')).commit(first).tag('v1').close()
new Upstream(new File(basedir, 'later.git')).commit(first).commit(second).tag('v1').close()
