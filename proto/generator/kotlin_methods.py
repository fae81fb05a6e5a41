"""The methods in Kotlin: a class a service, once with suspend functions and Flow, once with futures for Java, and of
each one class that has all of them by their nouns, and the vault's own methods as its own."""
import textwrap

import methods as declared
from kotlin_fields import Property, zeros_of
from kotlin_names import WIDTH, function, kdoc, quoted
from words import camel, pascal

FILE = declared.FILE
OWN = "vault"
UNBROKEN = "\xa0"  # a space at which no line ends
JAVA_HARD = set("abstract assert boolean break byte case catch char class const continue default do double else enum "
                "extends final finally float for goto if implements import instanceof int interface long native new "
                "package private protected public return short static strictfp super switch synchronized this throw "
                "throws transient try void volatile while".split())


def for_java(word):
    """A name that Java keeps for itself ends with a line there."""
    return word + "_" if word in JAVA_HARD else quoted(camel(word))


def asked(method):
    """The parameters, and what is sent."""
    if method.request == declared.NOTHING:
        return "", "Empty()"
    return f"request: {method.request}", "request"


class Suspending:
    """The methods with suspend functions and Flow: each takes its request, or the fields of it."""

    suffix, about = "Methods", "Every method of a vault, by its noun."

    def __init__(self, api):
        self.messages = {message.full: message for message in api.every_message()}
        self.zeros = zeros_of(api)

    def noun(self, word):
        return quoted(camel(word))

    def write(self, method):
        parameters, sent = asked(method)
        head, result, call = self.parts(method)
        said = kdoc(method.comment, "    ")
        whole = said + function(f"{head}({parameters}): {result}", call.format(sent))
        return whole + self.spread(method) if parameters else whole

    def parts(self, method):
        call = f"({method.number}, {{}}, {method.reply}.Type)"
        name = quoted(camel(method.verb))
        if method.streams:
            return f"fun {name}", f"Flow<{method.reply}>", "door.stream" + call
        return f"suspend fun {name}", method.reply, "door.call" + call

    def spread(self, method):
        message = self.messages[method.request]
        if len(message.fields) > declared.MOST_ONE_BY_ONE:
            return ""
        properties = [Property(field, self.zeros) for field in message.fields]
        head, result, call = self.parts(method)
        told = [method.comment or message.comment] + [
            f"@param {one.name} {' '.join(one.field.comment.split())}" for one in properties if one.field.comment]
        sent = call.format(f"{method.request}({', '.join(one.name for one in properties)})")
        parameters = ", ".join(one.parameter() for one in properties)
        said = kdoc("\n".join(filter(None, told)), "    ")
        head = f"{head}({parameters}): {result}"
        if len(head) + 6 <= WIDTH and len(sent) + 8 <= WIDTH:
            return said + function(head, sent)
        inside = ", ".join(one.parameter().replace(" ", UNBROKEN) for one in properties)
        return f"{said}    {head.split('(')[0]}(\n{filled(inside, 8)}\n    ): {result} =\n{filled(sent, 8, 12)}\n"


class Futures:
    """The same with futures, for Java: there the request is made by `with...`."""

    suffix, about = "Futures", "Every method of a vault for Java, by its noun."

    def noun(self, word):
        return for_java(word)

    def write(self, method):
        parameters, sent = asked(method)
        said = kdoc(method.comment, "    ")
        call = f"({method.number}, {sent}, {method.reply}.Type)"
        head = f"fun {for_java(method.verb)}({parameters}): "
        if method.streams:
            throws = "    @Throws(KithException::class)\n"
            return said + throws + function(f"{head}Pull<{method.reply}>", "door.pull" + call)
        return said + function(f"{head}CompletableFuture<{method.reply}>", "door.future" + call)


def filled(text, first, more=None):
    return textwrap.fill(text, WIDTH, initial_indent=" " * first,
                         subsequent_indent=" " * (more or first)).replace(UNBROKEN, " ")


def service_class(noun, methods, way):
    return (f"{kdoc(methods[0].about)}class {pascal(noun)}{way.suffix} internal constructor(private val door: Door) {{\n"
            f"{chr(10).join(map(way.write, methods))}}}\n")


def every_class(nouns, way):
    fields = "".join(f"    @JvmField val {way.noun(noun)}: {pascal(noun)}{way.suffix} = {pascal(noun)}{way.suffix}(door)\n"
                     for noun in nouns if noun != OWN)
    own = "\n".join(map(way.write, nouns[OWN]))
    return (f"/** {way.about} */\nabstract class Every{way.suffix} internal constructor(private val door: Door) {{\n"
            f"{own}\n{fields}}}\n")


def imported(text):
    """Of the types that are named in it."""
    known = {"CompletableFuture<": "java.util.concurrent.CompletableFuture", "Flow<": "kotlinx.coroutines.flow.Flow",
             "KithException::": "org.kith.KithException", "Pull<": "org.kith.Pull", "door: Door": "org.kith.internal.Door"}
    lines = sorted(f"import {name}\n" for word, name in known.items() if word in text)
    return "".join(lines) + "\n" + text


def files(described, api):
    """The name and the text of each."""
    nouns = declared.by_noun(declared.read(described))
    for way in (Suspending(api), Futures()):
        for noun, methods in nouns.items():
            if noun != OWN:
                yield pascal(noun) + way.suffix, imported(service_class(noun, methods, way))
        yield "Every" + way.suffix, imported(every_class(nouns, way))
