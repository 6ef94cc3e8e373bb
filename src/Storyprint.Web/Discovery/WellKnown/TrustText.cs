using Storyprint.Stories.Editions;

namespace Storyprint.Web.Discovery.WellKnown;

/// <summary>trust.txt (JournalList): the publisher's statements about itself and its affiliations, one per line.</summary>
public static class TrustText
{
    /// <summary>The file, or null where there are no statements.</summary>
    public static string? Create(Publication publication)
    {
        // Line breaks in a setting are removed: they would add a statement nobody made.
        var lines = publication.TrustTxt.Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? null : string.Concat(lines.Select(line => line + "\n"));
    }
}
