using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Links;

/// <summary>What an invited person is to be.</summary>
public sealed record InvitationOffer
{
    public required Role Role { get; init; }

    /// <summary>Words of <see cref="Grant"/>s.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];

    public IReadOnlyList<string> Desks { get; init; } = [];

    public string? DisplayName { get; init; }

    public string? Email { get; init; }

    /// <summary>BCP 47 tag of the language of the mail and of the first page.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The rights that it gives.</summary>
    public Permissions ToPermissions() => Permissions.Of(Role, Grants.Select(word => Grant.TryParse(word, out var grant) ? grant : null).OfType<Grant>(), Desks);

    internal string ToJson() => JsonSerializer.Serialize(this, InvitationJson.Default.InvitationOffer);

    internal static InvitationOffer? From(string? json) => json is null ? null : JsonSerializer.Deserialize(json, InvitationJson.Default.InvitationOffer);

    /// <summary>In a few words for the record: the role, and what is granted beyond it.</summary>
    public override string ToString() => string.Join(' ', (IEnumerable<string>)[Role.ToString().ToLowerInvariant(), .. Grants, .. Desks.Select(desk => $"desk:{desk}")]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(InvitationOffer))]
internal sealed partial class InvitationJson : JsonSerializerContext;
