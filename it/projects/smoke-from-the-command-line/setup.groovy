def upstream = new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n').tag('v1')
new File(basedir, 'expected-id.txt').text = upstream.id
upstream.close()
