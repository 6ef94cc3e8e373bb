using Microsoft.Extensions.Logging;
using Storyprint.NewsroomPages.Health;
using Storyprint.NewsroomPages.Setup;
using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Operations.Imports;
using Storyprint.Storage;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>What the newsroom shares with the site and the rest of the program.</summary>
public sealed record NewsroomParts
{
    /// <summary>The publication as its settings are now.</summary>
    public required CurrentPublication Publication { get; init; }

    public required Database Database { get; init; }

    public required Stores Stores { get; init; }

    public required PageAssets Assets { get; init; }

    /// <summary>Makes what the readers' components need, for previews.</summary>
    public required PageContextFactory Contexts { get; init; }

    public required PageRenderer Renderer { get; init; }

    /// <summary>Makes front pages, for previews.</summary>
    public required FrontPageHandler FrontPages { get; init; }

    /// <summary>Shows drafts as readers would see them.</summary>
    public required StoryPreview Previews { get; init; }

    /// <summary>Makes releases.</summary>
    public required ReleaseStore Releases { get; init; }

    /// <summary>Pictures and documents, which a withdrawal deletes.</summary>
    public required MediaStore Media { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Where the publication is yet to be decided on; null for one that exists.</summary>
    public PublicationSetup? Setup { get; init; }

    public required Installation Installation { get; init; }

    /// <summary>Backups that are made from here.</summary>
    public required BackupRuns Backups { get; init; }

    /// <summary>Imports that are made from here.</summary>
    public required ImportRuns Imports { get; init; }

    /// <summary>Looks at machine, database, keys and pictures, as <c>storyprint doctor</c> does.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<HealthFinding>>> ExamineAsync { get; init; } = _ => Task.FromResult<IReadOnlyList<HealthFinding>>([]);

    /// <summary>The password of the mail server, which the machine keeps; null where none is set.</summary>
    public string? MailPassword { get; init; }

    /// <summary>The folder of the private keys.</summary>
    public required string KeyFolder { get; init; }
}
