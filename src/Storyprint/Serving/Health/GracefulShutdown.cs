namespace Storyprint.Serving.Health;

/// <summary>
/// The first thing of a stop: the node says that it is not ready, and goes on serving for as long as balancers need to notice. Then the server
/// takes no more connections and finishes the requests it has.
/// </summary>
/// <param name="drain">How long balancers need; nothing where none stands in front.</param>
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
