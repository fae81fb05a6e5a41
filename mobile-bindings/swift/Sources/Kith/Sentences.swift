// What the core says to a person, in the language of an app.

extension Sentence {
  /// The sentence in another language. `catalogue` has its words by the ids of `proto/sentences/kith.pot`, with places
  /// as there ("{1} von {0}"); what it lacks is said in English.
  public func text(in catalogue: [String: String]) -> String {
    if id.isEmpty {
      return values.isEmpty ? english : values.map { $0.text(in: catalogue) }.joined(separator: " ")
    }
    guard let words = catalogue[id] else { return english }
    return words.filled(with: values.map { $0.text(in: catalogue) })
  }
}

extension String {
  /// Each place "{0}" to "{9}" that has a value gives way to it; what stands in a value is no place.
  fileprivate func filled(with values: [String]) -> String {
    var out = ""
    var rest = self[...]
    while let brace = rest.firstIndex(of: "{") {
      out += rest[..<brace]
      rest = rest[brace...]
      let place = rest.dropFirst().first?.wholeNumberValue
      if let place, place < values.count, rest.dropFirst(2).first == "}" {
        out += values[place]
        rest = rest.dropFirst(3)
      } else {
        out += "{"
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }
}
