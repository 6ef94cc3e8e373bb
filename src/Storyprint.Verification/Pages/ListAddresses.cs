using System.Collections.Concurrent;
using Storyprint.Stories.Links;

namespace Storyprint.Verification.Pages;

/// <summary>The lists that a publication's stories stand in, as far as their sealed texts say: those of topics and authors.</summary>
internal sealed class ListAddresses
{
    // A name and an address are some 150 bytes.
    private const int Kept = 200_000;

    private readonly ConcurrentDictionary<(string Language, string Path), bool> addresses = new();

    /// <summary>Whether there were more than are kept.</summary>
    public bool IsCut { get; private set; }

    public void Take(InterfaceLanguage language, SealedRevision revision)
    {
        foreach (var (kind, tag) in ((string, string)[])[("topic", "topic"), ("byline", "byline")])
        {
            foreach (var slug in revision.Lines.Of(tag).Select(name => Slug.From(name)).Where(slug => !slug.IsEmpty))
            {
                if (addresses.Count >= Kept)
                {
                    IsCut = true;
                    return;
                }

                var list = language.ListOf(kind, slug.Text).Split('/');
                addresses.TryAdd((language.Language, $"{language.Language}/{list[0]}/{Uri.EscapeDataString(list[^1])}"), true);
            }
        }
    }

    public IEnumerable<string> Of(InterfaceLanguage language) => addresses.Keys.Where(each => each.Language == language.Language).Select(each => each.Path);
}
