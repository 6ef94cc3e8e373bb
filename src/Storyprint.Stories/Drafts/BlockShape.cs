namespace Storyprint.Stories.Drafts;

/// <summary>
/// What a kind of block holds. A new kind is a member of <see cref="BlockKind"/>, a shape in <see cref="BlockShapes"/> and a case in
/// <see cref="DraftContent"/>; merging, sending, proposals and anchors need nothing more.
/// </summary>
public sealed record BlockShape
{
    /// <summary>The name of the main text.</summary>
    public const string MainText = "text";

    /// <summary>Its name on the wire.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<TextShape> Texts { get; init; } = [];

    public IReadOnlyList<ValueShape> Values { get; init; } = [];

    /// <summary>The kinds of blocks that it may hold. A block of words that comes into it by a merge becomes the first of them.</summary>
    public IReadOnlyList<BlockKind> Holds { get; init; } = [];

    /// <summary>Whether its texts are cells, by the identities of the columns of its table.</summary>
    public bool HasCells { get; init; }

    /// <summary>Where in the story it stands, if it stands directly in it.</summary>
    public StoryPart Part { get; init; } = StoryPart.Body;

    public bool HasMainText => Texts is [{ Name: MainText }, ..];

    public static BlockShape Of(BlockKind kind) => BlockShapes.All[(int)kind];

    public static BlockKind? KindNamed(string? name) => name is not null && BlockShapes.ByName.TryGetValue(name, out var kind) ? kind : null;

    public TextShape? TextOf(string name) => HasCells ? TextShape.Cell : Texts.FirstOrDefault(text => text.Name == name);

    public ValueShape? ValueOf(string name) => Values.FirstOrDefault(value => value.Name == name);
}

/// <summary>A text that a kind of block has.</summary>
/// <param name="IsRich">Whether it may hold emphasis and links.</param>
/// <param name="KeepsEmpty">Whether an empty text differs from none.</param>
public sealed record TextShape(string Name, bool IsRich = false, bool KeepsEmpty = false)
{
    public static TextShape Cell { get; } = new("cell", IsRich: true, KeepsEmpty: true);
}

/// <summary>A value that a kind of block has.</summary>
/// <param name="IsValid">Whether a value may come from a browser.</param>
/// <param name="Default">The value that is meant where there is none; null where none means that nothing was said.</param>
public sealed record ValueShape(string Name, Func<string, bool> IsValid, string? Default = null);

/// <summary>The parts of a story, in their order.</summary>
public enum StoryPart
{
    Bylines,
    Body,
    Topics,
    Notes,
}
