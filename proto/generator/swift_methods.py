"""The methods of the api in Swift: a struct for each service, a function for each method."""
from methods import MOST_ONE_BY_ONE, NOTHING, by_noun
from swift_messages import parameters
from swift_words import doc, indented, name, type_name
from words import camel, pascal


def result(method):
    if method.streams:
        return f" -> EventStream<{type_name(method.reply)}>"
    return "" if method.reply == NOTHING else f" -> {type_name(method.reply)}"


def function(method, arguments, request, said):
    """`request`: the expression that is sent; empty where there is nothing to send."""
    sent = f", {request}" if request else ""
    discard = "@discardableResult\n" if method.reply == "Changed" and not method.streams else ""
    head = f"{doc(said)}{discard}public func {name(method.verb)}({arguments})"
    if method.streams:
        return f"{head}{result(method)} {{\n  EventStream(vault, {method.number}{sent})\n}}\n"
    return f"{head} async throws{result(method)} {{\n  try await vault.call({method.number}{sent})\n}}\n"


def functions(method, messages):
    said = "\n".join(filter(None, [f"The method `{method.name}`.", method.comment]))
    if method.request == NOTHING:
        return [function(method, "", "", said)]
    request = messages[method.request]
    swift = type_name(method.request)
    whole = function(method, f"_ request: {swift}", "request", said)
    if len(request.fields) > MOST_ONE_BY_ONE:
        return [whole]
    # A list and not parameters, because the tool for documentation wants all of those or none.
    notes = [f"- `{camel(field.name)}`: {' '.join(field.comment.split())}" for field in request.fields if field.comment]
    told = "\n".join(filter(None, [said, request.comment, *notes]))
    given = ", ".join(f"{camel(field.name)}: {name(field.name)}" for field in request.fields)
    return [whole, function(method, parameters(request.fields), f"{swift}({given})", told)]


def service(noun, methods, messages):
    body = indented("\n".join(one for method in methods for one in functions(method, messages)))
    if noun == "vault":
        return f"extension Vault {{\n  private var vault: Vault {{ self }}\n\n{body}}}\n"
    about, swift = methods[0].about, f"{pascal(noun)}Methods"
    return f"""{doc(about)}public struct {swift}: Sendable {{
  let vault: Vault

{body}}}

extension Vault {{
{doc(about, "  ")}  public var {name(noun)}: {swift} {{ {swift}(vault: self) }}
}}
"""


def services(methods, declared):
    messages = {message.full: message for message in declared.every_message()}
    return [service(noun, of_noun, messages) for noun, of_noun in by_noun(methods).items()]
