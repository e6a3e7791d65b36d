new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n').tag('v1.0.0').tag('v1.1.0').close()
