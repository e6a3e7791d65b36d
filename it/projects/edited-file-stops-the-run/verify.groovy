def build = new Build(basedir)
assert build.json('list.json')[0].status == 'modified'
build.says('main.tf')
build.says('[code 4]')
build.says('-Dsource.force=true')
assert build.file('target/workdir/terraform/dev/vpc/main.tf').text == '# vpc\nmoved on'
