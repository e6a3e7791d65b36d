new Build(basedir).refuses(
    'manifests import each other: ',
    'src/main/stacks/catalog/vpc.yaml:2:5',
    'move what they share into a third manifest and import that')
