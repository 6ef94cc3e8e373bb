using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.Localization;

namespace Storyprint.Web.History;

/// <summary>The note that the machine writes for an editor who wrote none: what changed, named word by word, in the edition's language.</summary>
public static class OfferedNote
{
    // A note of more sentences is read by nobody; the history names the rest.
    private const int MostSentences = 8;

    /// <param name="texts">Of the edition's language.</param>
    /// <param name="findings">What readers must be told of; at least one.</param>
    public static ReleaseNote Create(InterfaceTexts texts, IReadOnlyList<GateFinding> findings) =>
        new(string.Join(' ', findings.Take(MostSentences).Select(finding => texts.Format(finding.Key, finding.Before, finding.After)))
            + (findings.Count > MostSentences ? " …" : ""));
}
