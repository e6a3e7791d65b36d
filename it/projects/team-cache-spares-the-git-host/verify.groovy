def build = new Build(basedir)
def team = context.team
team.close()

build.says('Published 3 components (2 published, 1 unchanged)')
build.says('unchanged dev/vpc2 (published with dev/vpc)')
assert team.added('zip').size() == 2
assert team.added('properties').size() == 2
assert team.added('t1').size() == 2
assert team.asked.every { !it.contains('maven-metadata') }
assert team.asked[-1].startsWith('GET ')

assert build.actions() == ['dev/dns': 'created', 'dev/vpc': 'created', 'dev/vpc2': 'created']
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
assert build.file('target/workdir/terraform/dev/dns/run.sh').canExecute()
build.says('Downloaded from team: ')
build.doesNotSay('going on without it')
build.doesNotSay('open-sesame-8')
assert !build.has('bob/.internal/v1/stores')
