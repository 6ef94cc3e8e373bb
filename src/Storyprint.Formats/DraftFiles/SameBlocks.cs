using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Compares blocks by what they say, whichever lists hold it.</summary>
internal static class SameBlocks
{
    public static bool Are(IReadOnlyList<Block> one, IReadOnlyList<Block> other) => one.Count == other.Count && Text(one) == Text(other);

    public static string Text(StoryContent content) => StoryJson.Write(content with { Body = [.. content.Body.Select(Plain)] });

    private static string Text(IReadOnlyList<Block> blocks) => Text(new StoryContent { Language = string.Empty, Headline = string.Empty, Body = blocks });

    // That nothing is said of a column can be said in several ways.
    private static Block Plain(Block block) => block is Table { Alignments: { } all } table ? table with { Alignments = ColumnSides.Said(all) } : block;
}
