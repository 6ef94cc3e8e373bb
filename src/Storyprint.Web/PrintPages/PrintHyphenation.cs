using System.Collections.Concurrent;
using System.Text;
using Storyprint.Print.Hyphens;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.PrintPages;

/// <summary>The hyphenators of the languages that the bundle has patterns for.</summary>
public sealed class PrintHyphenation(PageAssets assets)
{
    private readonly ConcurrentDictionary<string, SoftHyphenator?> known = new(StringComparer.Ordinal);

    /// <summary>The hyphenator of a BCP 47 tag, or of its language; null where there is none.</summary>
    public SoftHyphenator? ForLanguage(string language) => known.GetOrAdd(language.ToLowerInvariant(), tag => Read(tag) ?? Read(tag.Split('-')[0]));

    private SoftHyphenator? Read(string tag) => assets.Find($"hyphens-{tag}.txt") is { } bytes
        ? new SoftHyphenator(new HyphenPatterns(Encoding.UTF8.GetString(bytes).Split('\n')))
        : null;
}
