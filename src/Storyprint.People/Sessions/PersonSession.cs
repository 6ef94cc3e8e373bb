namespace Storyprint.People.Sessions;

/// <summary>A signed-in browser of a person.</summary>
public sealed record PersonSession
{
    public required string Digest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>One of <see cref="SignInMethod"/>.</summary>
    public required string Method { get; init; }

    public required string NetworkAddress { get; init; }

    public required string UserAgent { get; init; }
}
