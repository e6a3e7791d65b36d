new Upstream(new File(basedir, 'other.git')).commit('dns/main.tf': 'dns\n').tag('v1').close()
new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n').tag('v1').close()
