using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Storyprint.Web.Limits;

/// <summary>
/// How often one address may ask for what is not in the page cache: ASP.NET Core's rate limiter with a token bucket an address and class. Generous, for
/// behind one address may stand a school or a mobile network; the bounds of <see cref="RequestIsolation"/> hold for all together.
/// </summary>
internal static class AddressLimits
{
    /// <summary>Tokens a second and the most that are saved up.</summary>
    private static (int PerSecond, int Burst) For(RequestClass requestClass) => requestClass switch
    {
        RequestClass.Search => (5, 40),
        RequestClass.Check => (1, 20),
        RequestClass.Picture => (100, 1_000),

        // A newsroom stands behind one address; sign-in has limits of its own.
        RequestClass.Newsroom => (100, 1_000),
        _ => (40, 400),
    };

    /// <param name="trustedProxies">Whose word on a reader's address is taken, beside the machine itself: addresses and networks.</param>
    public static void AddAddressLimits(this IServiceCollection services, IReadOnlyList<System.Net.IPNetwork> trustedProxies)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;

            // From the last proxy back as far as each is trusted.
            options.ForwardLimit = null;
            foreach (var proxy in trustedProxies)
            {
                options.KnownIPNetworks.Add(proxy);
            }
        });
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (RequestClass, AddressFamily, ulong)>(Partition);
            options.OnRejected = async (rejected, _) =>
                await rejected.HttpContext.RequestServices.GetRequiredService<BusyResponses>().WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
        });
    }

    public static void UseAddressLimits(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseRateLimiter();
    }

    private static RateLimitPartition<(RequestClass, AddressFamily, ulong)> Partition(HttpContext context)
    {
        var requestClass = context.GetEndpoint()?.Metadata.GetMetadata<RequestClassMetadata>()?.Class ?? RequestClass.Page;
        return requestClass != RequestClass.InMemory && ClientAddress.Network(context.Connection.RemoteIpAddress) is var (family, network)
            ? RateLimitPartition.GetTokenBucketLimiter((requestClass, family, network), _ => Options(requestClass))
            : RateLimitPartition.GetNoLimiter((requestClass, AddressFamily.Unspecified, 0UL));
    }

    private static TokenBucketRateLimiterOptions Options(RequestClass requestClass)
    {
        var (perSecond, burst) = For(requestClass);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
    }
}
