# cmake -DIN=file -DOUT=file.cc -P embed.cmake: the bytes of IN as kith::cli::api_description().
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "((0x[0-9a-f][0-9a-f],){16})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "#include \"output/api_description.h\"

namespace kith::cli {
namespace {

const Byte kBytes[] = {
${bytes}
};

}  // namespace

BytesView api_description() { return kBytes; }

}  // namespace kith::cli
")
