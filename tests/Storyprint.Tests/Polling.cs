using System.Runtime.CompilerServices;

namespace Storyprint.Tests;

/// <summary>Waits for what comes by itself: as long as a busy machine may need, and not a moment longer than it takes.</summary>
internal static class Polling
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);

    public static Task UntilAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        UntilAsync(() => Task.FromResult(holds()), what);

    public static async Task UntilAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        var end = DateTime.UtcNow + Limit;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, $"Not within {Limit}: {what}");
            await Task.Delay(Pace, TestContext.Current.CancellationToken);
        }
    }
}
