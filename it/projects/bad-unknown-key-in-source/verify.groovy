new Build(basedir).refuses(
    "unknown key 'excluded_path' in source",
    'src/main/stacks/dev.yaml:6:9',
    "write 'excluded_paths' instead of 'excluded_path'")
