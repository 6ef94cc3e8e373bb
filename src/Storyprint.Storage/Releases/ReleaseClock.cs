namespace Storyprint.Storage.Releases;

/// <summary>The instant of a release.</summary>
public static class ReleaseClock
{
    extension(TimeProvider clock)
    {
        /// <summary>Now, in whole seconds: entries and seals have no finer resolution, and the page must say the same as they do.</summary>
        public DateTimeOffset ReleaseTime => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
    }
}
