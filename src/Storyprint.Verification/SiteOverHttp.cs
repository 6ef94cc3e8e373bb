using System.Globalization;
using System.Net;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>A site that is asked over HTTP. It may be hostile: sizes, times and ways are limited, and nothing leads to another host.</summary>
internal sealed class SiteOverHttp : IPublishedSite, IDisposable
{
    private const int Requests = 8;
    private const int Attempts = 4;
    private const int MaxRedirects = 5;

    // After so many failures without one answer between them the site is down; waiting for each of a million files is no use.
    private const int FailuresInRow = 16;

    private readonly HttpClient client;
    private readonly SemaphoreSlim gate = new(Requests);
    private readonly Uri root;
    private readonly HttpTimeouts patience;
    private int failures;

    public SiteOverHttp(Uri root, HttpTimeouts? patience = null)
    {
        this.root = new Uri(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        this.patience = patience ?? new HttpTimeouts();
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = this.patience.Connect,
            MaxConnectionsPerServer = Requests,
            MaxResponseDrainSize = 0,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("storyprint-verify/0.1");
        client.DefaultRequestHeaders.CacheControl = new() { NoCache = true };
    }

    public string Name => root.ToString().TrimEnd('/');

    public bool CanSayGone => true;

    public async Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (Volatile.Read(ref failures) >= FailuresInRow)
            {
                throw new SourceUnreachableException($"{root.Host} has stopped answering.");
            }

            var (answer, wait) = await TryAsync(address, limit, cancellation);
            if (wait is null)
            {
                Volatile.Write(ref failures, 0);
                return answer;
            }

            if (attempt == Attempts)
            {
                Interlocked.Increment(ref failures);
                throw new SourceUnreachableException(wait.Reason);
            }

            await Task.Delay(wait.After ?? patience.Backoff * ((1 << attempt) * (0.5 + (Random.Shared.NextDouble() / 2))), cancellation);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        gate.Dispose();
    }

    private async Task<(SiteAnswer? Answer, Wait? Wait)> TryAsync(string address, int limit, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await gate.WaitAsync(cancellation);
        try
        {
            timeout.CancelAfter(patience.Answer);
            return await AskAsync(new Uri(root, address), limit, timeout.Token);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            return (null, new Wait($"{root.Host} cannot be reached: {problem.Message}"));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, new Wait(string.Create(CultureInfo.InvariantCulture, $"{root.Host} did not finish its answer within {patience.Answer.TotalSeconds:0} seconds.")));
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(SiteAnswer? Answer, Wait? Wait)> AskAsync(Uri address, int limit, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            switch ((int)response.StatusCode)
            {
                case 200 or 410:
                    var announced = response.Content.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null;
                    await using (var body = await response.Content.ReadAsStreamAsync(cancellation))
                    {
                        var read = await BoundedStreamReader.ReadAsync(body, announced, limit, cancellation);
                        return (read with { IsGone = response.StatusCode == HttpStatusCode.Gone }, null);
                    }

                case 404:
                    return (null, null);
                case 429 or >= 500:
                    return (null, new Wait($"{address.PathAndQuery} was answered with {(int)response.StatusCode}.", After(response)));
                case 301 or 302 or 303 or 307 or 308 when redirects < MaxRedirects:
                    address = Follow(address, response.Headers.Location);
                    break;
                case var status:
                    throw new SourceUnreachableException($"{address.PathAndQuery} was answered with {status}.");
            }
        }
    }

    private Uri Follow(Uri from, Uri? location)
    {
        var to = location is null ? throw new SourceUnreachableException($"{from.PathAndQuery} redirects to nowhere.") : new Uri(from, location);
        var within = to.Host == root.Host && (to.Scheme, to.Port) == (root.Scheme, root.Port);
        return within ? to : throw new SourceUnreachableException($"{from.PathAndQuery} redirects to {to.GetLeftPart(UriPartial.Authority)}, and only {root.GetLeftPart(UriPartial.Authority)} is asked.");
    }

    private TimeSpan? After(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } delta ? TimeSpan.FromTicks(Math.Clamp(delta.Ticks, 0, patience.RetryAfter.Ticks)) : null;

    /// <summary>Why an attempt failed, and how long the server asked to wait.</summary>
    private sealed record Wait(string Reason, TimeSpan? After = null);
}

/// <summary>How long a site is waited for.</summary>
internal sealed record HttpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one whole answer, so that one that drips in never ends the check.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Half of the first pause; each further one is twice as long.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest pause that a server may ask for.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);
}
