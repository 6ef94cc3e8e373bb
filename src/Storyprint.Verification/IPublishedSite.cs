namespace Storyprint.Verification;

/// <summary>What a publisher has made public, over HTTP or as files in a folder. Asked by several threads at once.</summary>
public interface IPublishedSite
{
    /// <summary>The address or folder, as reports name it.</summary>
    string Name { get; }

    /// <summary>Whether the site can say that a page is gone on purpose; a folder has no such file.</summary>
    bool CanSayGone { get; }

    /// <summary>What stands at an address such as <c>log/checkpoint</c>, or null where there is nothing.</summary>
    /// <param name="address">Without a leading slash: see <see cref="Provenance.Served.PublishedFiles"/>.</param>
    /// <param name="limit">Bytes that are read at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="Provenance.Verification.SourceUnreachableException">Nobody can say what stands there.</exception>
    Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation);
}

/// <summary>What a site answered.</summary>
/// <param name="Bytes">The content; nothing where it is longer than the limit.</param>
/// <param name="IsGone">Whether the site said that it is gone on purpose (410).</param>
/// <param name="IsTooLong">Whether the content is longer than the limit; then it was not read.</param>
public sealed record SiteAnswer(byte[] Bytes, bool IsGone = false, bool IsTooLong = false)
{
    public static SiteAnswer TooLong { get; } = new([], IsTooLong: true);
}
