namespace Storyprint.NewsroomPages.Requests;

/// <summary>A path that a query asks to go on to: only ever one of the newsroom's own.</summary>
internal static class SafePath
{
    /// <returns>The path, or the newsroom's first page for one that would lead away.</returns>
    public static string Read(string? asked) =>
        asked is { Length: > 0 and <= 500 } && asked[0] == '/' && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.Contains('\\', StringComparison.Ordinal)
        && !asked.Any(char.IsControl) && Uri.TryCreate(asked, UriKind.Relative, out _) ? asked : "/";
}
