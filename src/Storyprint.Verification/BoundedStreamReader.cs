using System.Buffers;

namespace Storyprint.Verification;

/// <summary>Reads a stream that may be longer than anybody wants, or endless.</summary>
internal static class BoundedStreamReader
{
    public static async Task<SiteAnswer> ReadAsync(Stream stream, long? length, int limit, CancellationToken cancellation)
    {
        if (length > limit)
        {
            return SiteAnswer.TooLong;
        }

        // The announced length is a claim: memory is taken for what has come, doubling.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length + 1 ?? 16 * 1024, 64 * 1024));
        try
        {
            var filled = 0;
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation)) > 0;)
            {
                filled += read;
                if (filled > limit)
                {
                    return SiteAnswer.TooLong;
                }

                if (filled == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(2 * filled);
                    buffer.AsSpan().CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            return new SiteAnswer(buffer[..filled]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
