new Upstream(new File(basedir, 'upstream.git')).commit('vpc/main.tf': 'vpc\n', 'bucket/main.tf': 'bucket\n').tag('v1').close()
