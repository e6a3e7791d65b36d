new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n').tag('v1').close()
def team = new TeamHost('ann', 'open-sesame-8')
team.tell(basedir)
context.team = team
true
