using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Imports;

/// <summary>Which of the addresses that a story had before will lead to it here.</summary>
/// <param name="Paths">Those that will, as they are stored.</param>
/// <param name="Lost">A sentence for each of the others.</param>
internal sealed record KeptAddresses(IReadOnlyList<string> Paths, IReadOnlyList<string> Lost)
{
    public static KeptAddresses Choose(IReadOnlyList<string> addresses, Publication publication)
    {
        List<string> kept = [];
        List<string> lost = [];
        foreach (var address in addresses)
        {
            if (LegacyUrl.Normalize(address) is not { } path)
            {
                lost.Add($"The old address {address} cannot be kept: it is that of the front page, or none that could be stored.");
            }
            else if (OwnPages.Has(publication, path))
            {
                lost.Add($"The old address {address} cannot be kept: a page of this publication is there.");
            }
            else if (!kept.Contains(path))
            {
                kept.Add(path);
            }
        }

        return new KeptAddresses(kept, lost);
    }
}
