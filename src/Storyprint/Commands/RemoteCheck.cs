using System.Net.Http.Headers;
using System.Text.Json;
using Storyprint.Checking;

namespace Storyprint.Commands;

/// <summary>Asks a site what a copy is: <c>POST /api/v1/check</c> with the file as its body.</summary>
internal sealed class RemoteCheck : IDisposable
{
    private const int MaxAnswer = 8 << 20;

    private readonly HttpClient client;

    public RemoteCheck(Uri site) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(site.GetLeftPart(UriPartial.Authority)),
        Timeout = TimeSpan.FromMinutes(2),
        MaxResponseContentBufferSize = MaxAnswer,
    };

    /// <summary>The answer; or a sentence that says why there is none.</summary>
    public async Task<(CopyAnswerDocument? Answer, string Problem)> RunAsync(byte[] file, CancellationToken cancellation)
    {
        try
        {
            using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
            using var response = await client.PostAsync("/api/v1/check", body, cancellation);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode ? (CopyAnswerDocument.Parse(bytes), "The site answered something else than an answer.") : (null, Detail(bytes) ?? $"The site answered {(int)response.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return (null, $"The site cannot be asked: {fault.Message}");
        }
    }

    public void Dispose() => client.Dispose();

    // Problem details (RFC 9457).
    private static string? Detail(byte[] bytes)
    {
        try
        {
            using var problem = JsonDocument.Parse(bytes);
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (JsonException)
        {
            // A page of a proxy: the status says enough.
            return null;
        }
    }
}
