# a component of this repository
