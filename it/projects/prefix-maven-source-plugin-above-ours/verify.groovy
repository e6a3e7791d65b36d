def build = new Build(basedir)
// The README quotes this sentence.
build.says("Could not find goal 'create' in plugin org.apache.maven.plugins:maven-source-plugin:")
assert !build.has('target/workdir')
