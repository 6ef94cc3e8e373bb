namespace Storyprint.Storage.Stories;

/// <summary>The form in which addresses of the past are kept and looked up: path and query, decoded, without a slash at the end.</summary>
public static class OldLink
{
    private const int MaxLength = 1024;

    /// <summary>The kept form of an absolute address or a path; null for the root, for what is no address, and for what is too long.</summary>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            if (!address.StartsWith('/') || !Uri.TryCreate("http://localhost" + address, UriKind.Absolute, out uri))
            {
                return null;
            }
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').Normalize();
        var kept = uri.Query.Length > 1 ? $"{path}/{Uri.UnescapeDataString(uri.Query)}" : path;
        return kept.Length is 0 or > MaxLength ? null : kept;
    }
}
