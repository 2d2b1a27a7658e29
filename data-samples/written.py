"""How the scripts of the samples write what they make, or check that the files are what they make."""
import sys


def put(files, check):
    """`files`: contents as bytes by path. Ends with an error if `check` finds one that differs."""
    differing = []
    for path, content in files.items():
        if check:
            if not path.exists() or path.read_bytes() != content:
                differing.append(str(path))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if differing:
        sys.exit("differ from what the script makes: " + ", ".join(differing))
    print("the files are what the script makes" if check else f"wrote {len(files)} files")
