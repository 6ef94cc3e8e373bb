using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.Localization;

namespace Storyprint.Web.History;

/// <summary>The note that the program offers an editor who wrote none: what changed, word by word, in the edition's language.</summary>
public static class OfferedNote
{
    // Nobody reads a longer note; the history lists the rest.
    private const int MaxSentences = 8;

    /// <param name="texts">Of the edition's language.</param>
    /// <param name="findings">The findings that require a note; at least one.</param>
    public static ReleaseNote Create(InterfaceTexts texts, IReadOnlyList<GateFinding> findings) =>
        new(string.Join(' ', findings.Take(MaxSentences).Select(finding => texts.Format(finding.Key, finding.Before, finding.After)))
            + (findings.Count > MaxSentences ? " …" : ""));
}
