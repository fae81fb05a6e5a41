"""code_size.json: what was measured when it was last written down, in bytes; and what is said of a new measurement."""
import json


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, key, value):
    try:
        out = read(path)
    except FileNotFoundError:
        out = {}
    out[key] = value
    with open(path, "w", encoding="utf-8") as file:
        json.dump(out, file, indent=2)
        file.write("\n")


def compare(what, now, before, step, limit=None):
    """(what to say, whether it is good): below a limit growth is told; without one more than `step` is refused."""
    grown = now - before
    said = f"{what}: {now:,} bytes, {grown:+,} since it was written down"
    if abs(grown) > step:
        said += f"; more than {step:,}: --write it down anew in the commit that is the reason, and say there why"
    if limit is None:
        return said, grown <= step
    if now > limit:
        said += f"; the limit is {limit:,}" + ("" if before > limit else ", and it was kept before")
    return said, not (now > limit >= before)
