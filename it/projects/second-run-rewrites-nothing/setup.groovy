new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n', 'vpc/deep/er.tf': 'deep\n').tag('v1').close()
