using System.Text.Json.Serialization;
using Storyprint.Stories.Codes;

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
[JsonDerivedType(typeof(ThematicBreak), "break")]
[JsonDerivedType(typeof(FactBox), "factbox")]
[JsonDerivedType(typeof(Gallery), "gallery")]
[JsonDerivedType(typeof(MediaFile), "media")]
[JsonDerivedType(typeof(DocumentFile), "document")]
[JsonDerivedType(typeof(QuestionAndAnswer), "question")]
[JsonDerivedType(typeof(RelatedStories), "related")]
[JsonDerivedType(typeof(CorrectionOf), "corrects")]
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
/// <param name="Ordered">Whether the list at that depth is numbered, where it is of another kind than the outer one; null where it is of the same.</param>
/// <param name="Number">The number that it bears in a numbered list, where that is not the one after the item before; null where it is.</param>
public sealed record ListItem(
    int Depth, RichText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Ordered = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Number = null)
{
    /// <summary>Whether it is numbered in its list.</summary>
    public bool IsNumbered(BulletList list) => Ordered ?? list.Ordered;
}

/// <param name="Header">The head row; empty where the table has none.</param>
/// <param name="Alignments">How the columns stand, from the first; null where nothing was said. Not part of the canonical text.</param>
public sealed record Table(
    IReadOnlyList<RichText> Header, IReadOnlyList<IReadOnlyList<RichText>> Rows, string? Caption,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ColumnAlignment>? Alignments = null) : Block;

/// <summary>How the cells of a column stand.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnAlignment>))]
public enum ColumnAlignment
{
    /// <summary>As the language is written; figures to the right.</summary>
    Unset,
    Left,
    Centre,
    Right,
}

/// <summary>A break between parts of the text (<c>***</c>, <c>hr</c>): it has no words, and so no line of the canonical text.</summary>
public sealed record ThematicBreak : Block;

/// <summary>An embed, kept as its address only: no third-party script ever runs on our pages.</summary>
public sealed record Embed(string Address, string? Title) : Block;

/// <summary>Facts beside the text, in a box of their own.</summary>
public sealed record FactBox(string Title, IReadOnlyList<FactLine> Lines) : Block;

/// <param name="IsItem">Whether it is an item of a list; a paragraph otherwise.</param>
public sealed record FactLine(
    RichText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsItem = false);

/// <summary>Several pictures that are looked at one after the other.</summary>
/// <param name="Caption">About all of them; each has one of its own beside it.</param>
public sealed record Gallery(IReadOnlyList<Picture> Pictures, RichText Caption) : Block;

public sealed record QuestionAndAnswer(RichText Question, IReadOnlyList<RichText> Answer) : Block;

/// <summary>Stories that an editor put together to be read next.</summary>
public sealed record RelatedStories(IReadOnlyList<RelatedStory> Stories) : Block;

/// <param name="Words">What the link says: the newsroom's words, which stay what they are when the other story gets another headline.</param>
public sealed record RelatedStory([property: JsonConverter(typeof(StoryCodeConverter))] StoryCode Code, string Words);

/// <summary>Says that this story corrects an earlier one, and leads there.</summary>
public sealed record CorrectionOf([property: JsonConverter(typeof(StoryCodeConverter))] StoryCode Code, string Words) : Block;
