def upstream = new Upstream(new File(basedir, 'modules.git'))
upstream.commit('vpc/main.tf': 'vpc\n', 'dns/main.tf': 'dns\n', 'dns/run.sh*': 'run\n').tag('v1')
def host = new GitHost(new File(basedir, 'modules.git'), 'build', 'correct-horse-7')
host.tell(basedir)
new File(basedir, '.mvn/maven.config') << "-Dcommit=${upstream.id}\n"
def team = new TeamHost('ann', 'open-sesame-8')
team.tell(basedir)
team.afterMarkers(2) { host.close() }
upstream.close()
context.host = host
context.team = team
true
