def build = new Build(basedir)
build.says('Nothing to do (3 components unchanged), no request')
assert build.actions() == ['dev/tag': 'unchanged', 'dev/branch': 'unchanged', 'dev/local': 'unchanged']

def year2001 = java.time.Instant.parse('2001-01-02T00:00:00Z').toEpochMilli()
def files = []
new File(basedir, 'target/workdir').eachFileRecurse(groovy.io.FileType.FILES) { files << it }
assert files.size() == 5
assert files.every { it.lastModified() < year2001 }
