new Build(basedir).refuses(
    "'range' is not supported in templates",
    'src/main/stacks/dev.yaml:4:29',
    'use fields such as .vars.stage, if/else/end, parentheses, pipes, and the functions ')
