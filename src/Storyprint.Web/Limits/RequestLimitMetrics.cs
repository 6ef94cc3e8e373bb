using System.Diagnostics.Metrics;

namespace Storyprint.Web.Limits;

/// <summary>Metrics of the limits (System.Diagnostics.Metrics, meter <c>Storyprint.RequestLimits</c>); the limits by address have the framework's own, <c>Microsoft.AspNetCore.RateLimiting</c>.</summary>
internal sealed class RequestLimitMetrics : IDisposable
{
    public const string Name = "Storyprint.RequestLimits";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> rejected;

    public RequestLimitMetrics() =>
        rejected = meter.CreateCounter<long>("storyprint.request.rejected", "{request}", "Requests for which there was no room, or which took too long.");

    public void Rejected(RequestClass requestClass) => rejected.Add(1, new KeyValuePair<string, object?>("storyprint.request.class", requestClass.ToString()));

    public void Dispose() => meter.Dispose();
}
