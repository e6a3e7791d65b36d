def build = new Build(basedir)
build.says("Could not find goal 'create' in plugin org.apache.maven.plugins:maven-source-plugin:3.4.0")
assert !build.has('target/workdir')
