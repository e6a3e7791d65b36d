import groovy.json.JsonSlurper

def output = new Build(basedir).log.readLines().findAll { !it.startsWith('Running ') && !it.startsWith('Finished ') }.join('\n')
assert new JsonSlurper().parseText(output)*.component == ['vpc']
