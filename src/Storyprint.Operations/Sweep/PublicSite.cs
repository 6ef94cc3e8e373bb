using Storyprint.Operations.Sites;

namespace Storyprint.Operations.Sweep;

/// <summary>Requests a site over the network as readers do, with all caches in front of it.</summary>
public sealed class PublicSite(Uri root) : IDisposable
{
    private const int MaxLength = 32 << 20;
    private const int Attempts = 3;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.All })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = MaxLength,
        DefaultRequestHeaders = { { "User-Agent", "storyprint-sweep" } },
    };

    /// <summary>The response, or null where there is none.</summary>
    public async Task<SiteReply?> AskAsync(string target, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(root, target), cancellation);
                return new SiteReply(
                    (int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? string.Empty, response.Headers.Location?.ToString() ?? string.Empty,
                    await response.Content.ReadAsByteArrayAsync(cancellation));
            }
            catch (Exception problem) when (problem is HttpRequestException || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // No response is itself a finding, but a moment's network trouble is not.
                if (attempt == Attempts)
                {
                    return null;
                }

                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }

    public void Dispose() => client.Dispose();
}
