namespace Storyprint.Web.Serving;

/// <summary>A request feature for in-process callers: receives the bytes of a page without a copy and without headers for browsers and caches.</summary>
public sealed class InProcessCapture
{
    /// <summary>Null where the response was not a <see cref="PageResult"/>.</summary>
    public ReadOnlyMemory<byte>? Body { get; internal set; }
}
