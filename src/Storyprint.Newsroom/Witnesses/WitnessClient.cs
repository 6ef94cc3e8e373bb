using System.Net.Http.Headers;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Newsroom.Witnesses;

/// <summary>
/// Submits checkpoints to witnesses (C2SP tlog-witness, add-checkpoint). A witness may be slow, faulty or hostile: time and size of its response are limited,
/// redirects are not followed, and every fault counts as an unusable response.
/// </summary>
public sealed class WitnessClient(TimeSpan? timeToAnswer = null) : IDisposable
{
    private readonly TimeSpan patience = timeToAnswer ?? TimeSpan.FromSeconds(5);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="atMost">Less than the usual time to answer; null for that.</param>
    public async Task<AddCheckpointResponse> PostAsync(PolicyWitness witness, AddCheckpointRequest request, CancellationToken cancellation, TimeSpan? atMost = null)
    {
        var limit = atMost < patience ? atMost.Value : patience;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            using var body = new ByteArrayContent(request.ToBytes());
            body.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
            using var message = new HttpRequestMessage(HttpMethod.Post, $"{witness.Url}/add-checkpoint") { Content = body };
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return AddCheckpointResponse.Read((int)response.StatusCode, (await ReadAsync(response, timeout.Token)).Span, request.Checkpoint, witness.Key);
        }
        catch (OperationCanceledException)
        {
            return new AddCheckpointResponse.Unusable(0, $"It did not answer within {limit.TotalSeconds:0.#} seconds.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new AddCheckpointResponse.Unusable(0, $"It cannot be reached: {fault.Message}");
        }
    }

    public void Dispose() => client.Dispose();

    // One byte more than the limit distinguishes a response that is too long from one that just fits.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[AddCheckpointResponse.MaxLength + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer.AsMemory(0, read);
    }
}
