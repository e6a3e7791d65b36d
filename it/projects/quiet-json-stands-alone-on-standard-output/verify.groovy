import groovy.json.JsonSlurper

// What the start script of Maven and Invoker itself add does not count.
def output = new Build(basedir).log
    .replaceAll(/\u001b\[[0-9;]*m/, '')
    .readLines()
    .findAll { !it.startsWith('Running ') && !it.startsWith('Finished ') }
    .join('\n')
assert new JsonSlurper().parseText(output)*.component == ['vpc']
