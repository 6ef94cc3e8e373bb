using System.Net;
using System.Text;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Operations.Sweep;

/// <summary>Words of a story that is about to be withdrawn, kept in memory for the sweep that follows: they are erased everywhere else.</summary>
public sealed class SweptWords
{
    // Shorter ones occur in other stories as well.
    private const int Shortest = 16;

    private readonly IReadOnlyList<(string What, string Words)> sought;

    private SweptWords(IReadOnlyList<(string What, string Words)> sought, IReadOnlyList<string> oldAddresses) => (this.sought, OldAddresses) = (sought, oldAddresses);

    /// <summary>The addresses it had before, as in a link: afterwards only their hashes are stored.</summary>
    public IReadOnlyList<string> OldAddresses { get; }

    /// <summary>The headline and slug of every revision.</summary>
    public static async Task<SweptWords> OfAsync(StoryStore stories, StoryCode code, CancellationToken cancellation)
    {
        var sought = new List<(string, string)>();
        foreach (var revision in await stories.RevisionsAsync(code, int.MaxValue, cancellation))
        {
            sought.Add(("headline", revision.Content.Headline));
            sought.Add(("headline", WebUtility.HtmlEncode(revision.Content.Headline)));
            sought.Add(("address", revision.Slug.Text));
            sought.Add(("address", Uri.EscapeDataString(revision.Slug.Text)));
        }

        var old = (await stories.OldLinksAsync(code, cancellation)).Where(path => path.StartsWith('/')).Select(path => new Uri("http://localhost" + path).PathAndQuery);
        return new SweptWords([.. sought.Where(each => each.Item2.Length >= Shortest).Distinct()], [.. old]);
    }

    /// <summary>The one that a page contains, described without repeating it; null for none.</summary>
    public string? In(ReadOnlySpan<byte> page)
    {
        var text = Encoding.UTF8.GetString(page);
        return sought.Where(each => text.Contains(each.Words, StringComparison.OrdinalIgnoreCase)).Select(each => each.What).FirstOrDefault();
    }
}
