using System.Text.Json.Serialization;

namespace Storyprint.Stories.Body;

/// <summary>A block of a story's body: a closed family, so that page, print, feeds and canonical text handle every kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Quotation), "quotation")]
[JsonDerivedType(typeof(PullQuote), "pullquote")]
[JsonDerivedType(typeof(BulletList), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Embed), "embed")]
public abstract record Block
{
    private protected Block() { }
}

public sealed record Paragraph(RichText Text) : Block;

/// <param name="Level">2 or 3: the headline of the story is level 1.</param>
public sealed record Heading(int Level, RichText Text) : Block;

/// <summary>A quotation with its speaker.</summary>
/// <param name="Speaker">The speaker, as shown to readers: "Maud Ferrier, reader since 1958".</param>
public sealed record Quotation(IReadOnlyList<RichText> Paragraphs, string? Speaker) : Block;

/// <summary>A pull quote.</summary>
public sealed record PullQuote(RichText Text, string? Speaker) : Block;

public sealed record BulletList(bool Ordered, IReadOnlyList<ListItem> Items) : Block;

/// <param name="Depth">0 for the outer list, 1 for a list inside an item, and so on.</param>
public sealed record ListItem(int Depth, RichText Text);

/// <param name="Header">The head row; empty where the table has none.</param>
public sealed record Table(IReadOnlyList<RichText> Header, IReadOnlyList<IReadOnlyList<RichText>> Rows, string? Caption) : Block;

/// <summary>An embed, kept as its address only: no third-party script ever runs on our pages.</summary>
public sealed record Embed(string Address, string? Title) : Block;
