#!/usr/bin/env python3
"""Prints the t1 digest of a directory: python3 t1.py some/module"""
import hashlib, os, sys

root, lines = os.fsencode(sys.argv[1]), []
for folder, folders, files in os.walk(root):
    for name in files + [f for f in folders if os.path.islink(os.path.join(folder, f))]:
        file = os.path.join(folder, name)
        link = os.path.islink(file)
        content = os.readlink(file) if link else open(file, "rb").read()
        kind = b"l" if link else b"x" if os.stat(file).st_mode & 0o100 else b"f"
        path = os.path.relpath(file, root).replace(os.sep.encode(), b"/")
        lines.append((path, kind, hashlib.sha256(content).hexdigest().encode()))
text = b"".join(kind + b" " + digest + b" " + path + b"\n" for path, kind, digest in sorted(lines))
print("t1:sha256:" + hashlib.sha256(text).hexdigest())
