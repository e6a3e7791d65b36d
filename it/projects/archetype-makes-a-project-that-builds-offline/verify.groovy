def build = new Build(basedir)
for (stack in ['dev', 'prod']) {
  assert build.file("generated/landscape/target/workdir/terraform/$stack/network/main.tf").text.contains('locals')
}
assert build.actions('generated/landscape') == ['dev/network': 'created', 'prod/network': 'created']
assert build.has('generated/landscape/.gitignore')
assert build.file('generated/landscape/.mvn/jvm.config').text.contains('-XX:TieredStopAtLevel=1')
