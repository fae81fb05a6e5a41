"""Small .proto files in the place of the engine's, as proto/generator reads them."""
import contextlib
import os
import subprocess
import sys
import tempfile


@contextlib.contextmanager
def generator(protoc, protos):
    """While it lasts, the modules of proto/generator can be imported."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([protoc, "-I", protos, f"--python_out={made}", "kith/api/v1/options.proto"], check=True)
        sys.path[:0] = [made, os.path.join(protos, "generator")]
        sys.dont_write_bytecode = True
        yield


def read(protoc, protos, name, text, module):
    """What the module reads of kith/api/v1/NAME with such a text."""
    with tempfile.TemporaryDirectory() as root:
        folder = os.path.join(root, "kith/api/v1")
        os.makedirs(folder)
        with open(os.path.join(folder, name), "w") as out:
            out.write(text + "\n")
        out = os.path.join(root, "descriptors")
        subprocess.run([protoc, "-I", root, "-I", protos, "--include_imports", "--include_source_info",
                        f"--descriptor_set_out={out}", f"kith/api/v1/{name}"], check=True)
        return module.read(out)


def refusal(read_it):
    try:
        read_it()
    except ValueError as error:
        return str(error)
    return "nothing"
