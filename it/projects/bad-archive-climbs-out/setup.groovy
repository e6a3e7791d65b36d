new File(basedir, 'src/main/stacks/evil.zip').bytes =
    FileHost.zip('main.tf': 'good\n', '../../escaped.tf': 'evil\n', 'con.tf': 'odd\n')
true
