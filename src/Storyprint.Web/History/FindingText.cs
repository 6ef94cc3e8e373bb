using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.History;

/// <summary>Formats a finding of the gate in the reader's language.</summary>
public static class FindingText
{
    // The quoted words get bidi isolation: they may be of another script than the sentence.
    public static string Format(PageContext page, GateFinding finding) =>
        page.Texts.Format(finding.Key, $"\u2068{finding.Before}\u2069", $"\u2068{finding.After}\u2069");
}
