new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n').tag('v1').close()
