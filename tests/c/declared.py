"""The functions of kith.h or kith_extension.h, as often as it declares them: what it says is compared with more than
one thing."""
import re


def functions_of(header):
    with open(header, encoding="utf-8") as file:
        return re.findall(r"^KITH_(?:EXTENSION_)?API\b[^;]*?\b(kith_\w+)\(", file.read(), re.M)
