using System.Text.Json.Serialization;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Editions;

/// <summary>The settings of the newspaper or agency that an installation serves.</summary>
/// <remarks>The generated JSON reader sets omitted properties to null or 0, bypassing initialisers, so the setters apply the defaults too.</remarks>
public sealed record Publication
{
    /// <summary>The public address, <c>https://HOST</c>: all links and marks begin with it.</summary>
    public required string Address { get; init; }

    /// <summary>The address of the newsroom where it has a host of its own, <c>https://HOST</c>; empty for <c>/newsroom</c> on the public address.</summary>
    public string NewsroomAddress { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Sign-in by an OpenID Connect provider, or null.</summary>
    public PublicationOpenIdConnect? OpenIdConnect { get; init; }

    /// <summary>At least one; the first is shown at the root address.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    /// <summary>The number, without check digit, that the first new story gets.</summary>
    public long FirstStoryNumber { get; init => field = value > 0 ? value : 1000; } = 1000;

    /// <summary>The contact: mail address or https address.</summary>
    public string Contact { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The connection string of a PostgreSQL database; empty for a file in the publication's folder. An environment variable takes precedence.</summary>
    public string Database { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Where pictures are kept: a folder, or <c>s3://BUCKET/…</c>; null for the folder beside the database.</summary>
    public string? Media { get; init; }

    /// <summary>Whether everybody may have the originals of pictures, to hold them against the sealed hashes. They carry what the camera wrote, the place among it.</summary>
    public bool PublishesOriginals { get; init; }

    /// <summary>Whether comments that came with stories from an earlier system are shown, on a page of their own.</summary>
    public bool ShowsArchivedComments { get; init; }

    /// <summary>Whether this is the demonstration: pages and marks say so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Lines of trust.txt (JournalList): the publisher's statements about itself, such as <c>member=https://…</c>.</summary>
    public IReadOnlyList<string> TrustTxt { get; init => field = value ?? []; } = [];

    /// <summary>Words of the house that stand for what is still to come; a draft with one is not released.</summary>
    public IReadOnlyList<string> Placeholders { get; init => field = value ?? []; } = [];

    /// <summary>Words that no dictionary knows and the house spells so, in any language.</summary>
    public IReadOnlyList<string> HouseWords { get; init => field = value ?? []; } = [];

    /// <summary>Addresses of earlier systems that lead elsewhere now; stories' own old addresses are known from their import.</summary>
    public IReadOnlyList<PublicationRedirect> Redirects { get; init => field = value ?? []; } = [];

    /// <summary>The witnesses that are asked to cosign the log, so that others have seen the same history.</summary>
    public IReadOnlyList<PublicationWitness> Witnesses { get; init => field = value ?? []; } = [];

    /// <summary>How many witnesses must have cosigned a checkpoint before clients accept it; 0 requires none.</summary>
    public int WitnessQuorum { get; init; }

    /// <summary>Whether a release waits a few seconds for the quorum before it reports. It stands either way.</summary>
    public bool ReleaseWaitsForWitnesses { get; init; }

    /// <summary>Megabytes of the page cache; below 0 there is none.</summary>
    public int PageCacheMegabytes { get; init => field = value == 0 ? DefaultPageCacheMegabytes : value; } = DefaultPageCacheMegabytes;

    /// <summary>The CDN in front of the site, or null.</summary>
    public PublicationCdn? Cdn { get; init; }

    public PublicationLooks Looks { get; init => field = value ?? new PublicationLooks(); } = new();

    public PublicationMail Mail { get; init => field = value ?? new PublicationMail(); } = new();

    private const int DefaultPageCacheMegabytes = 24;

    [JsonIgnore]
    public PublicAddress PublicAddress => PublicAddress.TryParse(Address, out var address)
        ? address
        : throw new InvalidOperationException($"The public address '{Address}' must be like https://news.example.org, without a path.");

    /// <summary>The newsroom's own host, or null where it shares the readers' one.</summary>
    [JsonIgnore]
    public PublicAddress? NewsroomPublicAddress => NewsroomAddress.Length == 0 ? null
        : PublicAddress.TryParse(NewsroomAddress, out var own) ? own
        : throw new InvalidOperationException($"The address of the newsroom '{NewsroomAddress}' must be like https://desk.example.org, without a path.");

    [JsonIgnore]
    public Edition MainEdition => Editions[0];

    /// <summary>The edition of a language tag, or null.</summary>
    public Edition? Edition(string? language) =>
        Editions.FirstOrDefault(edition => string.Equals(edition.Language, language, StringComparison.OrdinalIgnoreCase));

    /// <summary>The edition of a language tag, or the main edition where there is none, so that stories of a discontinued edition can still be read.</summary>
    public Edition EditionOrMain(string? language) => Edition(language) ?? MainEdition;
}
