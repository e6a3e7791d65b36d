def build = new Build(basedir)
build.says('org.apache.maven.plugins:maven-source-plugin:jar,')
build.doesNotSay("Could not find goal 'jar'")
