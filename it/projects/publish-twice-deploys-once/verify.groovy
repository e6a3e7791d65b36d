def build = new Build(basedir)
def team = context.team
team.close()

assert ['zip', 't1', 'properties'].every { team.added(it).size() == 1 }
build.says('published dev/vpc (not there yet)')
build.says('unchanged dev/vpc (there already)')
build.says('unchanged dev/local (never published: it is on this machine)')
build.says('Dry run, nothing was published.')
build.says('source:publish has to reach the shared repository, and Maven is offline')
build.says('Try: run it without -o; what the cache holds is not fetched again')
assert !build.has('target/workdir')
assert build.actions() == ['dev/vpc': 'unchanged', 'dev/local': 'unchanged']
