new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n', 'dns/main.tf': 'dns\n').tag('v1').close()
