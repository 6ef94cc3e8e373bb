using System.Collections;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;

namespace Storyprint.Serving;

/// <summary>
/// Exports traces and metrics by OpenTelemetry where the OTEL_* variables of its specification name a collector. Otherwise none of it is loaded, for a quick
/// start.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
        [ReleaseMetrics.Name, LogMeter, "Storyprint.Pages", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private const string LogMeter = "Storyprint.Log";

    /// <summary>The OTEL_* variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(each => ((string)each.Key).StartsWith("OTEL_", StringComparison.Ordinal))
        .ToDictionary(each => (string)each.Key, each => (string?)each.Value ?? string.Empty, StringComparer.Ordinal);

    /// <summary>Whether an exporter is configured.</summary>
    public static bool IsWanted(IReadOnlyDictionary<string, string> variables) =>
        variables.GetValueOrDefault("OTEL_SDK_DISABLED") != "true"
        && variables.Any(each => each.Key is "OTEL_EXPORTER_OTLP_ENDPOINT" or "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" or "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT" && each.Value.Length > 0);

    /// <summary>Adds the exporters to a server.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(IWebHostBuilder web, IReadOnlyDictionary<string, string> variables)
    {
        web.ConfigureAppConfiguration((_, settings) => settings.AddInMemoryCollection(variables.Select(each => new KeyValuePair<string, string?>(each.Key, each.Value))));
        web.ConfigureServices(services =>
        {
            services.AddSingleton<LogGauge>();
            services.AddOpenTelemetry().ConfigureResource(Name(variables))
                .WithTracing(traces => traces.AddSource(ReleaseMetrics.Name).AddSource("Npgsql")
                    .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                    .AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddMeter(Meters).AddInstrumentation(provider => provider.GetRequiredService<LogGauge>()).AddOtlpExporter());
        });
    }

    /// <summary>For a single command; disposing sends what is pending and waits a few seconds at most.</summary>
    public static IDisposable? ForCommand() => Variables() is var variables && IsWanted(variables) ? Begin(variables) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CommandTelemetry Begin(IReadOnlyDictionary<string, string> variables) => new(
        Sdk.CreateTracerProviderBuilder().ConfigureResource(Name(variables)).AddSource(ReleaseMetrics.Name).AddOtlpExporter().Build(),
        Sdk.CreateMeterProviderBuilder().ConfigureResource(Name(variables)).AddMeter(ReleaseMetrics.Name).AddOtlpExporter().Build());

    private static Action<ResourceBuilder> Name(IReadOnlyDictionary<string, string> variables) => resource =>
    {
        var isNamed = variables.ContainsKey("OTEL_SERVICE_NAME") || variables.GetValueOrDefault("OTEL_RESOURCE_ATTRIBUTES")?.Contains("service.name=", StringComparison.Ordinal) == true;
        if (!isNamed)
        {
            resource.AddService("storyprint", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3));
        }
    };

    private sealed class CommandTelemetry(TracerProvider traces, MeterProvider metrics) : IDisposable
    {
        private const int ShutdownTimeout = 2000;

        public void Dispose()
        {
            traces.Shutdown(ShutdownTimeout);
            metrics.Shutdown(ShutdownTimeout);
            traces.Dispose();
            metrics.Dispose();
        }
    }

    /// <summary>The size of the log, whichever process releases.</summary>
    private sealed class LogGauge : IDisposable
    {
        private readonly Meter meter = new(LogMeter);

        // Called by the exporter's thread, once a minute or as its settings say.
        public LogGauge(LogStore log) => meter.CreateObservableGauge("storyprint.log.size", () => log.SizeAsync().GetAwaiter().GetResult(), "{entry}", "Entries in the log.");

        public void Dispose() => meter.Dispose();
    }
}
