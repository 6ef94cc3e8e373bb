namespace Storyprint.Web.Serving;

/// <summary>
/// Set as a feature of a request by whoever asks in this process: it takes a page's bytes as they are, without a copy and without what is
/// told to browsers and caches alone.
/// </summary>
public sealed class InProcessCapture
{
    /// <summary>Null where the answer was no <see cref="PageResult"/>.</summary>
    public ReadOnlyMemory<byte>? Body { get; internal set; }
}
