def first = ['vpc/main.tf': 'vpc 1\n', 'vpc/gone.tf': 'gone\n']
def second = ['vpc/main.tf': 'vpc 2\n']
new Upstream(new File(basedir, 'upstream.git')).commit(first).close()
new Upstream(new File(basedir, 'later.git')).commit(first).commit(second).close()
