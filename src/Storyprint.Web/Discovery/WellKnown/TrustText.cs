using Storyprint.Stories.Editions;

namespace Storyprint.Web.Discovery.WellKnown;

/// <summary>trust.txt (JournalList): what the publisher says of itself and its ties, a line each.</summary>
public static class TrustText
{
    /// <summary>The file, or null where the publication says nothing.</summary>
    public static string? Create(Publication publication)
    {
        // A setting is one line, whatever was typed into it: a line more would be a statement nobody made.
        var lines = publication.TrustTxt.Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? null : string.Concat(lines.Select(line => line + "\n"));
    }
}
