// A stand-in for what the app uses of SwiftUI: `check` compiles the views against it, so that a machine without Apple's
// systems finds what does not hold together. It paints nothing, and what it says of Apple's types is from their
// documentation.

import CoreImage
@_exported import Foundation
import UIKit

// ---- views ----
@MainActor public protocol View {
  associatedtype Body: View
  @ViewBuilder var body: Body { get }
}
extension Never: View { public var body: Never { fatalError() } }

public protocol Leaf: View where Body == Never {}
extension Leaf { public var body: Never { fatalError() } }

public struct EmptyView: Leaf { nonisolated public init() {} }
public struct TupleView<each Content: View>: Leaf {
  init(_ content: repeat each Content) {}
}
extension Optional: View where Wrapped: View { public var body: Never { fatalError() } }
public struct Either<A: View, B: View>: Leaf {}

@MainActor @resultBuilder public enum ViewBuilder {
  public static func buildBlock() -> EmptyView { EmptyView() }
  public static func buildBlock<V: View>(_ one: V) -> V { one }
  public static func buildBlock<each V: View>(_ all: repeat each V) -> TupleView<repeat each V> { TupleView(repeat each all) }
  public static func buildExpression<V: View>(_ one: V) -> V { one }
  public static func buildIf<V: View>(_ one: V?) -> V? { one }
  public static func buildEither<A: View, B: View>(first: A) -> Either<A, B> { Either() }
  public static func buildEither<A: View, B: View>(second: B) -> Either<A, B> { Either() }
}

public struct Text: Leaf {
  nonisolated public init(_ words: String) {}
  nonisolated public func font(_ font: Font) -> Text { self }
  nonisolated public func foregroundStyle(_ color: Color) -> Text { self }
}
public struct Label: Leaf { public init(_ title: String, systemImage: String) {} }
public struct ProgressView: Leaf { public init() {} }
public struct Image: Leaf {
  public enum Interpolation { case none }
  public init(decorative: CGImage, scale: CGFloat) {}
  public func interpolation(_ how: Interpolation) -> Image { self }
  public func resizable() -> Image { self }
}
public struct Button: Leaf { public init(_ title: String, action: @escaping @MainActor () -> Void) {} }
public struct TextField: Leaf { public init(_ title: String, text: Binding<String>) {} }
public struct SecureField: Leaf { public init(_ title: String, text: Binding<String>) {} }
public struct LabeledContent: Leaf { public init(_ title: String, value: String) {} }
public struct List<Content: View>: Leaf { public init(@ViewBuilder content: () -> Content) {} }
public struct Form<Content: View>: Leaf { public init(@ViewBuilder content: () -> Content) {} }
public struct VStack<Content: View>: Leaf { public init(@ViewBuilder content: () -> Content) {} }
public struct NavigationStack<Content: View>: Leaf { public init(@ViewBuilder root: () -> Content) {} }
public struct Section<Content: View>: Leaf {
  public init(@ViewBuilder content: () -> Content) {}
  public init(_ title: String, @ViewBuilder content: () -> Content) {}
}
public struct NavigationLink<Title: View, Destination: View>: Leaf {
  public init(@ViewBuilder destination: () -> Destination, @ViewBuilder label: () -> Title) {}
}
extension NavigationLink where Title == Text {
  public init(_ title: String, @ViewBuilder destination: () -> Destination) {}
}
public struct Picker<Value: Hashable, Content: View>: Leaf {
  public init(_ title: String, selection: Binding<Value>, @ViewBuilder content: () -> Content) {}
}
public struct TabView<Value: Hashable, Content: View>: Leaf {
  public init(selection: Binding<Value>?, @ViewBuilder content: () -> Content) {}
}
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Leaf {
  public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {}
}
extension ForEach where Data.Element: Identifiable, ID == Data.Element.ID {
  public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content) {}
}

// ---- what is said of a view ----
public enum ContentMode { case fit, fill }
extension View {
  public func tag<V: Hashable>(_ tag: V) -> some View { self }
  public func id<V: Hashable>(_ id: V) -> some View { self }
  public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View { self }
  public func disabled(_ isDisabled: Bool) -> some View { self }
  public func navigationTitle(_ title: String) -> some View { self }
  public func scaledToFit() -> some View { self }
  public func aspectRatio(_ ratio: CGFloat?, contentMode: ContentMode) -> some View { self }
  public func accessibilityLabel(_ label: String) -> some View { self }
  public func task(_ action: sending @escaping @MainActor () async -> Void) -> some View { self }
  public func task<V: Equatable>(id: V, _ action: sending @escaping @MainActor () async -> Void) -> some View { self }
  public func sheet<V: View>(isPresented: Binding<Bool>, @ViewBuilder content: @escaping () -> V) -> some View { self }
}

// ---- state ----
@propertyWrapper public struct State<Value> {
  private let value: Value
  public var wrappedValue: Value {
    get { value }
    nonmutating set {}
  }
  public init(wrappedValue: Value) { value = wrappedValue }
  public var projectedValue: Binding<Value> { Binding() }
}
extension State: Sendable where Value: Sendable {}
@propertyWrapper public struct Binding<Value> {
  public init() {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
}
public enum ColorScheme: Sendable { case light, dark }
public enum LayoutDirection: Sendable { case leftToRight, rightToLeft }
public enum ScenePhase: Sendable { case background, inactive, active }
public struct EnvironmentValues {
  public var colorScheme: ColorScheme { .light }
  public var layoutDirection: LayoutDirection { .leftToRight }
  public var scenePhase: ScenePhase { .active }
}
@propertyWrapper public struct Environment<Value> {
  public init(_ path: KeyPath<EnvironmentValues, Value>) {}
  public var wrappedValue: Value { fatalError() }
}

// ---- the app ----
@MainActor public protocol Scene {
  associatedtype Body: Scene
  var body: Body { get }
}
extension Never: Scene {}
public struct WindowGroup<Content: View>: Scene {
  public init(@ViewBuilder content: () -> Content) {}
  public var body: Never { fatalError() }
}
extension Scene {
  public func onChange<V: Equatable>(of value: V, _ action: @escaping (V, V) -> Void) -> some Scene { self }
}
@MainActor public protocol App {
  associatedtype Body: Scene
  var body: Body { get }
  init()
}
extension App {
  public static func main() { _ = Self() }
}
@MainActor public struct UIViewControllerRepresentableContext<Representable: UIViewControllerRepresentable> {
  public let coordinator: Representable.Coordinator
}
@MainActor public protocol UIViewControllerRepresentable: Leaf {
  associatedtype UIViewControllerType: UIViewController
  associatedtype Coordinator = Void
  typealias Context = UIViewControllerRepresentableContext<Self>
  func makeUIViewController(context: Context) -> UIViewControllerType
  func updateUIViewController(_ uiViewController: UIViewControllerType, context: Context)
  func makeCoordinator() -> Coordinator
}

// ---- painting ----
public struct Color: Leaf {
  nonisolated public init(red: Double, green: Double, blue: Double) {}
}
public struct Font: Sendable {
  public enum Weight: Sendable { case regular, bold }
  public static func system(size: CGFloat, weight: Weight? = nil) -> Font { Font() }
}
public struct Angle: Sendable {
  public static func radians(_ radians: Double) -> Angle { Angle() }
}
public struct UnitPoint: Sendable {
  public static let topLeading = UnitPoint()
}
public struct FillStyle: Sendable { public init(eoFill: Bool = false) {} }
public enum CGLineCap: Sendable { case round }
public struct StrokeStyle: Sendable {
  public init(lineWidth: CGFloat = 1, lineCap: CGLineCap = .round, dash: [CGFloat] = []) {}
}
public struct Path: Sendable {
  public init() {}
  public var boundingRect: CGRect { .zero }
  public mutating func move(to: CGPoint) {}
  public mutating func addLine(to: CGPoint) {}
  public mutating func addQuadCurve(to: CGPoint, control: CGPoint) {}
  public mutating func addArc(center: CGPoint, radius: CGFloat, startAngle: Angle, endAngle: Angle, clockwise: Bool) {}
  public mutating func addRoundedRect(in area: CGRect, cornerSize: CGSize) {}
  public mutating func addRect(_ area: CGRect) {}
  public mutating func addEllipse(in area: CGRect) {}
  public mutating func closeSubpath() {}
}
public struct GraphicsContext {
  public struct Shading { public static func color(_ color: Color) -> Shading { Shading() } }
  public struct ResolvedText {
    public func measure(in size: CGSize) -> CGSize { size }
    public func firstBaseline(in size: CGSize) -> CGFloat { 0 }
  }
  public func resolve(_ text: Text) -> ResolvedText { ResolvedText() }
  public mutating func scaleBy(x: CGFloat, y: CGFloat) {}
  public mutating func clip(to path: Path, style: FillStyle = FillStyle()) {}
  public func fill(_ path: Path, with shading: Shading, style: FillStyle = FillStyle()) {}
  public func stroke(_ path: Path, with shading: Shading, style: StrokeStyle) {}
  public func draw(_ text: ResolvedText, at point: CGPoint, anchor: UnitPoint) {}
}
public struct Canvas: Leaf {
  public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) {}
}
