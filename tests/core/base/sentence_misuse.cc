// Each case is a mistake that must not compile; does_not_compile_test.py compiles them one by one, and
// first the whole without any, which must.

#include "kith/base/result.h"

using kith::Code;
using kith::Error;
using kith::Sentence;
using kith::Wording;
using kith::fail;
using kith::worded;
using kith::wording;

struct Row {
  Code code;
  Wording text;
};

Error right_uses(const std::string& name, const Sentence& why) {
  constexpr Row kRow{Code::NOT_FOUND, wording("there is no vault here")};
  if (name.empty()) return fail(kRow.code, kRow.text);
  if (name == "x") return fail(Code::NOT_FOUND, "nobody is there");
  return fail(Code::NOT_FOUND, worded("nobody is called {0}: {1}, {0}", name, why));
}

// What nobody can translate: words that are not in the source.
#ifdef WORDS_OF_A_STRING
Error wrong(const std::string& text) { return fail(Code::INTERNAL, text); }
#endif
#ifdef WORDS_PUT_TOGETHER
Error wrong(const std::string& name) { return fail(Code::INTERNAL, "no " + name); }
#endif
#ifdef WORDS_OF_A_POINTER
Error wrong(const char* text) { return fail(Code::INTERNAL, text); }
#endif
#ifdef WORDS_BY_THE_WAY
Sentence wrong() { return Sentence("no name"); }
#endif
#ifdef WORDS_INTO_AN_ERROR
Error wrong() { return Error{Code::INTERNAL, "no name"}; }
#endif
#ifdef WORDS_INTO_A_TABLE
constexpr Row kWrong{Code::INTERNAL, "no name"};
#endif
#ifdef WORDS_INTO_A_TABLE_IN_BRACES
constexpr Row kWrong{Code::INTERNAL, {"no name"}};
#endif
#ifdef WORDS_FOR_A_VALUE
Sentence wrong() { return worded("{0} is empty", "the name"); }
#endif
#ifdef WORDS_OF_VALUES_ALONE
Sentence wrong(const std::string& text) { return worded("{0}", text); }
#endif

// Places and values.
#ifdef WORDS_WITH_A_VALUE_TOO_FEW
Sentence wrong(int n) { return worded("{0} of {1}", n); }
#endif
#ifdef WORDS_WITH_A_VALUE_TOO_MANY
Sentence wrong(int n) { return worded("{0} entries", n, n); }
#endif
#ifdef WORDS_WITH_A_PLACE_AND_NO_VALUE
Error wrong() { return fail(Code::INTERNAL, "{0} entries"); }
#endif
#ifdef WORDS_WITH_A_PLACE_LEFT_OUT
Sentence wrong(int n) { return worded("{1} entries", n, n); }
#endif
#ifdef WORDS_WITH_HALF_A_PLACE
Sentence wrong(int n) { return worded("{0 entries", n); }
#endif
#ifdef WORDS_WITH_A_PLACE_AT_THE_END
Sentence wrong(int n) { return worded("{0} {", n); }
#endif
#ifdef WORDS_WITH_A_BRACE
Sentence wrong(int n) { return worded("{0} } entries", n); }
#endif
#ifdef WORDS_WITH_A_TRUTH
Sentence wrong(bool is) { return worded("it is {0}", is); }
#endif
#ifdef WORDS_WITH_A_LETTER
Sentence wrong(char letter) { return worded("it is {0}", letter); }
#endif
