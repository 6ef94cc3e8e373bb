using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Storyprint.Storage.Pictures;

/// <summary>
/// Originals and renditions in an S3-compatible bucket that all nodes share. Readers get renditions from a local cache folder, which is filled on demand and
/// may be deleted at any time.
/// </summary>
/// <param name="cache">The local cache folder; originals are never written to it.</param>
public sealed class MediaBucket(BucketAddress address, MediaFolder cache) : MediaStore, IDisposable
{
    private readonly Lazy<AmazonS3Client> client = new(() => Connect(address));

    public override string Place => $"the bucket {BucketAddress.Scheme}{address.Bucket}/{address.Prefix}";

    public override async Task WriteOriginalAsync(string hash, Stream bytes, CancellationToken cancellation)
    {
        if (await LengthAsync(hash, cancellation) != bytes.Length)
        {
            await PutAsync(OriginalKey(hash), bytes, cancellation);
        }
    }

    public override Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation) => OpenAsync(OriginalKey(hash), cancellation);

    public override async Task<long?> LengthAsync(string hash, CancellationToken cancellation)
    {
        try
        {
            return (await client.Value.GetObjectMetadataAsync(address.Bucket, OriginalKey(hash), cancellation)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellation))
        {
            throw Unreachable(fault);
        }
    }

    public override async Task<string?> FindRenditionAsync(string hash, string name, CancellationToken cancellation)
    {
        if (await cache.FindRenditionAsync(hash, name, cancellation) is { } here)
        {
            return here;
        }

        // Another node may have created it.
        await using var kept = await OpenAsync(RenditionKey(hash, name), cancellation);
        if (kept is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes, cancellation);
        return await cache.KeepRenditionAsync(hash, name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellation);
    }

    public override async Task<string> KeepRenditionAsync(string hash, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await PutAsync(RenditionKey(hash, name), new MemoryStream(bytes.ToArray()), cancellation);
        return await cache.KeepRenditionAsync(hash, name, bytes, cancellation);
    }

    public override async Task<int> DeleteAsync(string hash, CancellationToken cancellation)
    {
        var deleted = 0;
        try
        {
            foreach (var prefix in (string[])[OriginalKey(hash), RenditionKey(hash, string.Empty)])
            {
                var found = await client.Value.ListObjectsV2Async(new ListObjectsV2Request { BucketName = address.Bucket, Prefix = prefix }, cancellation);
                foreach (var each in found.S3Objects ?? [])
                {
                    await client.Value.DeleteObjectAsync(address.Bucket, each.Key, cancellation);
                    deleted++;
                }
            }
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellation))
        {
            throw Unreachable(fault);
        }

        return deleted + await cache.DeleteAsync(hash, cancellation);
    }

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    internal static AmazonS3Client Connect(BucketAddress address)
    {
        var settings = new AmazonS3Config
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxErrorRetry = 3,

            // Many S3-compatible stores do not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (address.Endpoint is not null)
        {
            (settings.ServiceURL, settings.ForcePathStyle, settings.AuthenticationRegion) = (address.Endpoint, true, address.Region ?? "us-east-1");
        }
        else if (address.Region is not null)
        {
            settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(address.Region);
        }

        return new AmazonS3Client(settings);
    }

    private async Task PutAsync(string key, Stream bytes, CancellationToken cancellation)
    {
        try
        {
            // Without chunk framing: some stores keep the framing as part of the object.
            await client.Value.PutObjectAsync(
                new PutObjectRequest { BucketName = address.Bucket, Key = key, InputStream = bytes, UseChunkEncoding = false, AutoCloseStream = false }, cancellation);
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellation))
        {
            throw Unreachable(fault);
        }
    }

    private async Task<Stream?> OpenAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return new BucketObject((await client.Value.GetObjectAsync(address.Bucket, key, cancellation)).ResponseStream, address.Bucket);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (IsUnavailable(fault, cancellation))
        {
            throw Unreachable(fault);
        }
    }

    // The store's own error; missing credentials; store unreachable; or no answer in time.
    internal static bool IsUnavailable(Exception fault, CancellationToken cancellation) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    // Callers expect the faults of a disk.
    private IOException Unreachable(Exception fault) => new($"The bucket {address.Bucket} with the pictures: {fault.Message}", fault);

    private string OriginalKey(string hash) => $"{address.Prefix}originals/{hash[..2]}/{hash}";

    private string RenditionKey(string hash, string name) => $"{address.Prefix}renditions/{hash[..2]}/{hash}-{name}";
}
