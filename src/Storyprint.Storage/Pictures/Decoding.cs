namespace Storyprint.Storage.Pictures;

/// <summary>One picture is decoded at a time, whatever for: that needs more memory than anything else in this program.</summary>
internal static class Decoding
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static async Task<T> RunAsync<T>(Func<T> decode, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return decode();
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
