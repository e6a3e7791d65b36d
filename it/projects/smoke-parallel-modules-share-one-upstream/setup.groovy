new Upstream(new File(basedir, 'upstream.git'))
    .commit('vpc/main.tf': 'vpc\n', 'one/main.tf': 'one\n', 'two/main.tf': 'two\n', 'three/main.tf': 'three\n')
    .tag('v1')
    .close()
