namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The front matter of a file and the text after it.</summary>
internal abstract record FrontMatter
{
    private const int Longest = 64 * 1024;

    private FrontMatter() { }

    /// <param name="Fields">Empty where the file has no front matter.</param>
    public sealed record Known(Fields Fields, string Text) : FrontMatter;

    public sealed record Refused(string Reason, int Line) : FrontMatter;

    public static FrontMatter Read(string file)
    {
        var text = file.ReplaceLineEndings("\n");
        if (text.StartsWith("+++\n", StringComparison.Ordinal))
        {
            return new Refused("Its front matter is TOML (+++). Only YAML (---) is read: “hugo convert toYAML” turns the whole site into it.", 1);
        }

        if (text.StartsWith("{\n", StringComparison.Ordinal) && text.Contains("\n}\n", StringComparison.Ordinal))
        {
            return new Refused("Its front matter is JSON. Only YAML (---) is read: “hugo convert toYAML” turns the whole site into it.", 1);
        }

        var begin = text.AsSpan().TrimStart().Length is var rest && rest < text.Length && text.AsSpan(text.Length - rest).StartsWith("---\n") ? text.Length - rest : 0;
        if (!text.AsSpan(begin).StartsWith("---") || text.IndexOf('\n', begin) is var first && (first < 0 || text[(begin + 3)..first].Trim().Length > 0))
        {
            return new Known(new Fields([]), text);
        }

        first = text.IndexOf('\n', begin);
        var end = End(text, first);
        if (end < 0)
        {
            return new Refused("Its front matter begins with --- in the first line and never ends. Put a line with --- below the last field.", 1);
        }

        if (end - first > Longest)
        {
            return new Refused("Its front matter is longer than 64 kB, which no story needs.", 1);
        }

        var (fields, reason, line) = YamlFrontMatterReader.Read(text[(first + 1)..(end + 1)]);
        var behind = text.IndexOf('\n', end + 1);
        return fields is null
            ? new Refused(reason, line + text.AsSpan(0, first + 1).Count('\n'))
            : new Known(new Fields(fields), behind < 0 ? string.Empty : text[(behind + 1)..]);
    }

    // The line feed before the closing line, which is --- or, in YAML, dots.
    private static int End(string text, int from)
    {
        for (var at = from; at >= 0 && at + 1 < text.Length; at = text.IndexOf('\n', at + 1))
        {
            var line = text.AsSpan(at + 1);
            var end = line.IndexOf('\n');
            if ((end < 0 ? line : line[..end]).TrimEnd() is "---" or "...")
            {
                return at;
            }
        }

        return -1;
    }
}
