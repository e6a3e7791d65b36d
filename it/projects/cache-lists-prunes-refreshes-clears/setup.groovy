new Upstream(new File(basedir, 'upstream.git'))
    .commit('vpc/main.tf': 'vpc\n', 'release/main.yaml': 'release\n')
    .tag('v1')
    .close()
