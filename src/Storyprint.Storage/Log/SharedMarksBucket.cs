using System.Globalization;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Storyprint.Storage.Pictures;

namespace Storyprint.Storage.Log;

/// <summary>
/// Marks in a bucket that all nodes reach, as <c>NODE/SIZE</c>. Each size is an object of its own and only smaller ones are deleted, so of two that write at once the
/// larger one stays.
/// </summary>
internal sealed class SharedMarksBucket(BucketAddress address, string node) : SharedMarks
{
    // A release waits for it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lazy<AmazonS3Client> client = new(() => MediaBucket.Connect(address));

    public override string Place => $"{BucketAddress.Scheme}{address.Bucket}/{address.Prefix}";

    public override Task<IReadOnlyList<NodeMark>> ReadAsync(CancellationToken cancellation) => BoundedAsync<IReadOnlyList<NodeMark>>(async stop =>
    {
        var newest = (await ListAsync(address.Prefix, stop)).GroupBy(key => key[..key.LastIndexOf('/')]).Select(keys => keys.Max(StringComparer.Ordinal)!);
        return await Task.WhenAll(newest.Select(key => ReadAsync(key, stop)));
    }, cancellation);

    public override Task WriteAsync(LogMark mark, CancellationToken cancellation) => BoundedAsync(async stop =>
    {
        var own = $"{address.Prefix}{node}/";
        var key = own + mark.Size.ToString("D19", CultureInfo.InvariantCulture);
        using var line = new MemoryStream(Encoding.ASCII.GetBytes(mark.Line));
        await client.Value.PutObjectAsync(new PutObjectRequest { BucketName = address.Bucket, Key = key, InputStream = line, UseChunkEncoding = false }, stop);
        foreach (var older in (await ListAsync(own, stop)).Where(each => string.CompareOrdinal(each, key) < 0))
        {
            await client.Value.DeleteObjectAsync(address.Bucket, older, stop);
        }

        return true;
    }, cancellation);

    private async Task<NodeMark> ReadAsync(string key, CancellationToken cancellation)
    {
        using var answer = await client.Value.GetObjectAsync(address.Bucket, key, cancellation);
        using var reader = new StreamReader(answer.ResponseStream, Encoding.ASCII);
        return LogMark.TryParse(await reader.ReadToEndAsync(cancellation), out var mark)
            ? new NodeMark(key[address.Prefix.Length..key.LastIndexOf('/')], mark)
            : throw new IOException($"The mark {key} in {Place} cannot be read.");
    }

    private async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var keys = new List<string>();
        for (string? next = null; ;)
        {
            var page = await client.Value.ListObjectsV2Async(new ListObjectsV2Request { BucketName = address.Bucket, Prefix = prefix, ContinuationToken = next }, cancellation);
            keys.AddRange((page.S3Objects ?? []).Select(each => each.Key).Where(key => key.LastIndexOf('/') > address.Prefix.Length));
            if ((next = page.NextContinuationToken) is null)
            {
                return keys;
            }
        }
    }

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Limit);
        try
        {
            return await run(bound.Token);
        }
        catch (Exception fault) when (MediaBucket.IsUnavailable(fault, cancellation))
        {
            throw new IOException($"The bucket {address.Bucket} with the marks: {fault.Message}", fault);
        }
    }
}
