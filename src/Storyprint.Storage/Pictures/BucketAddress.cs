namespace Storyprint.Storage.Pictures;

/// <summary>The address of a bucket in the settings: <c>s3://BUCKET/PREFIX?endpoint=https://…&amp;region=…</c>. Credentials are never part of it.</summary>
/// <param name="Prefix">Empty, or ends with a slash.</param>
/// <param name="Endpoint">Null for Amazon's own.</param>
public sealed record BucketAddress(string Bucket, string Prefix, string? Endpoint, string? Region)
{
    public const string Scheme = "s3://";

    /// <exception cref="InvalidOperationException">The address is invalid; the message says why.</exception>
    public static BucketAddress Read(string setting)
    {
        var (path, query) = setting[Scheme.Length..].Split('?', 2) is [var first, var second] ? (first, second) : (setting[Scheme.Length..], string.Empty);
        var (bucket, prefix) = path.Split('/', 2) is [var name, var rest] ? (name, rest.Trim('/')) : (path, string.Empty);
        var options = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=', 2)).ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]));
        if (bucket.Length == 0 || options.Any(option => option.Key is not ("endpoint" or "region")))
        {
            throw new InvalidOperationException("the setting of the media is not like s3://bucket/prefix?endpoint=https://s3.example.org&region=eu-north-1.");
        }

        var endpoint = options["endpoint"].FirstOrDefault();
        return endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? throw new InvalidOperationException($"the endpoint '{endpoint}' of the media is no address like https://s3.example.org.")
            : new BucketAddress(bucket, prefix.Length == 0 ? string.Empty : prefix + "/", endpoint, options["region"].FirstOrDefault());
    }
}
