namespace Storyprint.Stories.Canonical;

/// <summary>A version of canonical text; the numbers are stored in the database. A version never changes, since its texts are sealed.</summary>
public enum TextVersion
{
    V1 = 1,
    V2 = 2,
}

public static class TextVersions
{
    private const string Name = "storyprint/text/v";

    extension(TextVersion version)
    {
        /// <summary>The first line of a text of this version, without line end.</summary>
        public string FirstLine => $"{Name}{(int)version}";

        /// <summary>The version named by a first line, or null.</summary>
        public static TextVersion? Of(ReadOnlySpan<char> firstLine) => firstLine.StartsWith(Name, StringComparison.Ordinal)
            ? firstLine[Name.Length..] switch
            {
                "1" => TextVersion.V1,
                "2" => TextVersion.V2,
                _ => null,
            }
            : null;
    }
}
