namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The front matter of a file, in YAML (<c>---</c>), TOML (<c>+++</c>) or JSON (<c>{</c>), and the text after it.</summary>
internal abstract record FrontMatter
{
    private const int Longest = 64 * 1024;

    private FrontMatter() { }

    /// <param name="Fields">Empty where the file has no front matter.</param>
    /// <param name="TextLine">The line that the text begins in, from 1.</param>
    public sealed record Known(Fields Fields, string Text, int TextLine = 1) : FrontMatter
    {
        /// <summary>What speaks against publishing it because its encoding was guessed, as a clause.</summary>
        public string? EncodingDoubt { get; init; }
    }

    public sealed record Refused(string Reason, int Line) : FrontMatter;

    public static FrontMatter Read(string file)
    {
        var text = file.ReplaceLineEndings("\n");
        var begin = text.AsSpan().TrimStart().Length is var rest && rest < text.Length && Opening(text, text.Length - rest) is not null ? text.Length - rest : 0;
        if (Opening(text, begin) is not { } opening)
        {
            return text.AsSpan(begin).TrimStart() is ['{', ..] && IsJson(text, begin) ? Json(text, begin) : new Known(new Fields([]), text);
        }

        var first = text.IndexOf('\n', begin);
        if (opening.Kind == "json" && first >= 0)
        {
            return Json(text, first + 1);
        }

        var end = End(text, first, opening.Closing);
        if (end < 0)
        {
            return new Refused($"Its front matter begins with {opening.Closing} in the first line and never ends. Put a line with {opening.Closing} below the last field.", 1);
        }

        if (end - first > Longest)
        {
            return new Refused("Its front matter is longer than 64 kB, which no story needs.", 1);
        }

        var inside = text[(first + 1)..(end + 1)];
        var (fields, reason, line) = opening.Kind == "toml" ? TomlFrontMatterReader.Read(inside) : YamlFrontMatterReader.Read(inside);
        var behind = text.IndexOf('\n', end + 1);
        return fields is null
            ? new Refused(reason, line + text.AsSpan(0, first + 1).Count('\n'))
            : new Known(new Fields(fields), behind < 0 ? string.Empty : text[(behind + 1)..], 1 + text.AsSpan(0, behind < 0 ? text.Length : behind + 1).Count('\n'));
    }

    // "---", "+++", and Eleventy's "---json" and "---toml".
    private static (string Kind, string Closing)? Opening(string text, int begin)
    {
        var line = text.AsSpan(begin);
        var end = line.IndexOf('\n');
        return end < 0 ? null : line[..end].TrimEnd() switch
        {
            "---" or "---yaml" => ("yaml", "---"),
            "+++" => ("toml", "+++"),
            "---toml" => ("toml", "---"),
            "---json" => ("json", "---"),
            _ => null,
        };
    }

    // Markdown may begin with a brace; fields begin with a name in quotation marks.
    private static bool IsJson(string text, int begin)
    {
        var rest = text.AsSpan(begin).TrimStart()[1..].TrimStart();
        return rest is ['"', ..] or ['/', '/', ..] or ['/', '*', ..];
    }

    private static FrontMatter Json(string text, int begin)
    {
        var (fields, length, reason, line) = JsonFrontMatterReader.Read(text[begin..]);
        var linesBefore = text.AsSpan(0, begin).Count('\n');
        if (fields is null)
        {
            return new Refused(reason, line + linesBefore);
        }

        var behind = begin + length;
        var lineEnd = text.IndexOf('\n', behind);
        var rest = lineEnd < 0 ? string.Empty : text[(lineEnd + 1)..];
        if (rest.StartsWith("---\n", StringComparison.Ordinal) && begin > 0)
        {
            rest = rest[4..];
        }

        return new Known(new Fields(fields), rest, 1 + text.AsSpan(0, text.Length - rest.Length).Count('\n'));
    }

    // The line feed before the closing line, which in YAML may be dots.
    private static int End(string text, int from, string closing)
    {
        for (var at = from; at >= 0 && at + 1 < text.Length; at = text.IndexOf('\n', at + 1))
        {
            var line = text.AsSpan(at + 1);
            var end = line.IndexOf('\n');
            var word = (end < 0 ? line : line[..end]).TrimEnd();
            if (word.SequenceEqual(closing) || (closing == "---" && word is "..."))
            {
                return at;
            }
        }

        return -1;
    }
}
