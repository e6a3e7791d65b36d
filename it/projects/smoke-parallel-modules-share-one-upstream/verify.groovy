def build = new Build(basedir)
for (module in ['one', 'two', 'three']) {
  assert build.file("$module/target/workdir/terraform/dev/vpc/main.tf").text == 'vpc\n'
  assert build.file("$module/target/workdir/terraform/dev/$module/main.tf").text == module + '\n'
  assert build.actions(module) == ['dev/vpc': 'created', ("dev/$module".toString()): 'created']
}
assert !build.has('no-stacks/target/workdir')
assert !build.has('target/workdir')

// All modules in one array, each row with its module.
def rows = build.json('target/list.json')
assert rows.collect { "$it.module/$it.component".toString() }.toSorted() ==
    ['one/one', 'one/vpc', 'three/three', 'three/vpc', 'two/two', 'two/vpc']
assert rows*.status.every { it == 'current' }
