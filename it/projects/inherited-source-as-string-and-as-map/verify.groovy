def build = new Build(basedir)
def workdir = 'target/workdir/terraform/dev'

// The URI is inherited, the version is not.
assert build.file("$workdir/string-then-map/main.tf").text == 'vpc 1\n'
assert build.has("$workdir/string-then-map/README.md")

// A string changes the URI alone: version and filters are inherited.
assert build.file("$workdir/map-then-string/main.tf").text == 'bucket 1\n'
assert !build.has("$workdir/map-then-string/README.md")

assert build.file("$workdir/map-then-map/main.tf").text == 'vpc 2\n'
assert !build.has("$workdir/map-then-map/README.md")

// An abstract component is only inherited from.
assert build.actions().keySet() == ['dev/string-then-map', 'dev/map-then-string', 'dev/map-then-map'] as Set
