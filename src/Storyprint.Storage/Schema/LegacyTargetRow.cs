namespace Storyprint.Storage.Schema;

/// <summary>An address of an earlier system that led to no story: to a file that is here now, or to a list.</summary>
public sealed class LegacyTargetRow
{
    /// <summary>As <see cref="Storyprint.Storage.Stories.LegacyUrl"/> writes it.</summary>
    public required string Path { get; set; }

    /// <summary>A path of ours that begins with a slash; or <c>category</c>, <c>tag</c> or <c>author</c> and the slugs that it may have here, with spaces between them.</summary>
    public required string Target { get; set; }

    /// <summary>The hash of the file that the target is; null for a list.</summary>
    public string? Hash { get; set; }
}
