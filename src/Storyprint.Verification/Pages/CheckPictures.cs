using System.Collections.Concurrent;
using System.Security.Cryptography;
using Storyprint.Provenance.Served;

namespace Storyprint.Verification.Pages;

/// <summary>Originals of pictures against the hashes in the sealed texts. Where a publisher shows none, the pictures are counted and named as unchecked.</summary>
internal sealed class CheckPictures(IPublishedSite site, Findings findings)
{
    private const int Named = 1000;
    private const int MaxLength = 128 << 20;

    // Whole pictures are in memory then.
    private static readonly SemaphoreSlim Few = new(2);
    private readonly ConcurrentDictionary<UInt128, bool> seen = new();
    private readonly ConcurrentQueue<string> named = new();
    private long good;
    private long withoutOriginal;

    /// <summary>Originals that have the sealed hash.</summary>
    public long Good => good;

    /// <summary>Pictures whose original is not published, or too large to be read.</summary>
    public long Unchecked => withoutOriginal;

    /// <summary>The hashes of the first thousand of those, in order.</summary>
    public IReadOnlyList<string> UncheckedHashes => [.. named.Order(StringComparer.Ordinal)];

    public async Task CheckAsync(SealedRevision revision, CancellationToken cancellation)
    {
        foreach (var hash in revision.Lines.Pictures.Concat(revision.Lines.Of("poster")).Where(hash => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)))
        {
            if (seen.TryAdd(UInt128.Parse(hash.AsSpan(0, 32), System.Globalization.NumberStyles.AllowHexSpecifier, null), true))
            {
                await CheckAsync(hash, revision, cancellation);
            }
        }
    }

    private async Task CheckAsync(string hash, SealedRevision revision, CancellationToken cancellation)
    {
        await Few.WaitAsync(cancellation);
        try
        {
            var address = PublishedFiles.Original(hash);
            var answer = await site.ReadAsync(address, MaxLength, cancellation);
            if (answer is not { IsGone: false, IsTooLong: false })
            {
                Interlocked.Increment(ref withoutOriginal);
                if (named.Count < Named)
                {
                    named.Enqueue(hash);
                }
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(answer.Bytes)) == hash)
            {
                Interlocked.Increment(ref good);
            }
            else
            {
                findings.Add(ReaderFindingKinds.PictureDiffers, address, $"Its bytes are not those that {revision.Name} names.");
            }
        }
        finally
        {
            Few.Release();
        }
    }
}
