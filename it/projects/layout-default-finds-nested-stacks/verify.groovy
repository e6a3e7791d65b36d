def build = new Build(basedir)
def rows = build.json('target/list.json')
assert rows*.stack.toSorted() == ['orgs/acme/dev', 'orgs/acme/prod', 'shared']
assert rows*.component.unique() == ['vpc']
assert rows*.workdir.unique().size() == 3
for (row in rows) {
  assert build.file("$row.workdir/main.tf").text == '# vpc\n'
}
