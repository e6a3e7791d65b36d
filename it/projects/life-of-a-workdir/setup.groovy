def first = ['vpc/main.tf': 'vpc 1\n', 'vpc/gone.tf': 'gone\n', 'bucket/main.tf': 'bucket 1\n']
def second = ['vpc/main.tf': 'vpc 2\n', 'bucket/main.tf': 'bucket 2\n']
new Upstream(new File(basedir, 'upstream.git')).commit(first).tag('v1').close()
new Upstream(new File(basedir, 'later.git')).commit(first).tag('v1').commit(second).close()
