def upstream = new Upstream(new File(basedir, 'modules.git'))
upstream.commit('vpc/main.tf': 'vpc\n').tag('v1').close()
def host = new GitHost(new File(basedir, 'modules.git'), 'build', 'correct-horse-7')
host.tell(basedir)
context.host = host
true
