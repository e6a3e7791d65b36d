new Upstream(new File(basedir, 'upstream.git'))
    .commit(['vpc/main.tf': 'vpc 1\n', 'vpc/outputs.tf': 'outputs\n']).tag('v1').close()
