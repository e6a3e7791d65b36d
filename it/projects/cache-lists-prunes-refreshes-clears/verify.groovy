def build = new Build(basedir)
def subdirs = { build.json("results/${it}.json")*.subdir.toSorted() }
assert subdirs('full') == ['release', 'vpc']
assert build.json('results/full.json')[0].revision ==~ /[0-9a-f]{40}/
assert subdirs('pruned') == ['release', 'vpc']
assert subdirs('terraform') == ['vpc']
assert subdirs('empty') == []

// The workdirs do not depend on the cache.
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == 'vpc\n'
