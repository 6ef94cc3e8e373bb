namespace Storyprint.Serving.Health;

/// <summary>
/// The first step of a shutdown, the drain: the node says that it is not ready and goes on serving until load balancers have noticed. Then the server
/// takes no more connections and finishes the requests it has. Durations: <see cref="ShutdownTimes"/>.
/// </summary>
/// <param name="drain">Zero where no load balancer stands in front.</param>
internal sealed class GracefulShutdown(ReadinessCheck readiness, TimeProvider clock, TimeSpan drain) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.BeginStop();
        if (drain > TimeSpan.Zero)
        {
            await Task.Delay(drain, clock, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
