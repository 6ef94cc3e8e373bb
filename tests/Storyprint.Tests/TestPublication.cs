using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Web.Caching;
using Storyprint.Web.SocialImages;

namespace Storyprint.Tests;

/// <summary>
/// A publication of its own for a test class: a temporary folder, an English and a Persian edition, stories stored as an import stores
/// them, and the program serving them on a free port.
/// </summary>
public sealed class TestPublication : IAsyncLifetime
{
    public const string Origin = "https://ledger.example";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"storyprint-{Guid.NewGuid():n}");
    private TestEngine? engine;
    private Installation? installation;
    private WebApplication? app;

    public static Publication Settings { get; } = new()
    {
        Address = Origin,
        Contact = "editor@ledger.example",
        TrustTxt = ["contact=mailto:editor@ledger.example", "datatrainingallowed=no"],
        FirstStoryNumber = 2001,
        Editions =
        [
            new Edition
            {
                Language = "en", Name = "The Test Ledger", Tagline = "News of a test", TimeZone = "Europe/Copenhagen",
                Sections = [new SectionName("city", "City"), new SectionName("sea", "Harbour & Sea")],
            },
            new Edition
            {
                Language = "fa", Name = "روزنامهٔ آزمون", TimeZone = "Asia/Tehran", Calendar = EditionCalendar.Jalali, Numerals = Numerals.Persian,
                Sections = [new SectionName("city", "شهر")],
            },
        ],
    };

    /// <summary>The settings of this one.</summary>
    public Publication Chosen { get; init; } = Settings;

    internal Installation Installation => installation ?? throw new InvalidOperationException("The publication was used before it stood.");

    /// <summary>The pages that the program keeps.</summary>
    internal PageCache PageCache => app!.Services.GetRequiredService<PageCache>();

    internal SocialImageHandler SocialImages => app!.Services.GetRequiredService<SocialImageHandler>();

    /// <summary>What the server is made of.</summary>
    internal IServiceProvider Services => app!.Services;

    /// <summary>Follows no redirect, so that a test sees what was answered.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The library story: English, with a picture that never came, links and a table; changed a day after it was published.</summary>
    public StoryCode Library { get; private set; }

    /// <summary>Its Persian translation.</summary>
    public StoryCode PersianLibrary { get; private set; }

    /// <summary>Published an hour ago, without byline and topics.</summary>
    public StoryCode Ferry { get; private set; }

    /// <summary>A draft that readers must never see.</summary>
    public StoryCode Draft { get; private set; }

    public static DateTimeOffset LibraryAt { get; } = new(2024, 3, 5, 9, 40, 0, TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        engine = await TestEngine.CreateAsync(folder);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(folder), JsonSerializer.Serialize(Chosen with { Database = engine.Setting ?? "" }, PublicationJson.Default.Publication), TestContext.Current.CancellationToken);
        (installation, var problem) = Installation.Open(folder);
        Assert.True(installation is not null, problem);
        Assert.Null(await installation.PrepareAsync(TestContext.Current.CancellationToken));
        var codes = await StoreAsync(
            LibraryStory, PersianStory,
            Story("ferry", "Evening ferry <late> & full", "The last boat left at 9.", DateTimeOffset.UtcNow.AddHours(-1)),
            Story("draft", "Nobody may read this yet", "Secret.", DateTimeOffset.UtcNow.AddHours(-2)) with { Status = StoryStatus.Draft });
        (Library, PersianLibrary, Ferry, Draft) = (codes[0], codes[1], codes[2], codes[3]);
        app = WebHost.Create(installation, "127.0.0.1", 0);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        installation?.Database.CloseIdle();
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        await DeleteFolderAsync();
    }

    // A connection that a stopped service gives back late may still close its files.
    private async Task DeleteFolderAsync()
    {
        for (var tries = 0; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Stores stories as an import does; a story of a known source becomes a further revision.</summary>
    public async Task<IReadOnlyList<StoryCode>> StoreAsync(params IReadOnlyList<StoryToStore> stories)
    {
        var outcomes = await new ImportStore(Installation.Database, Installation.Log, TimeProvider.System)
            .SaveAsync(
                TestActor.Importer, [.. stories.Select(PreparedStory.Create)], Settings.FirstStoryNumber, new ImportSession(new ImportRules { Note = new ReleaseNote("What is new.") }),
                TestContext.Current.CancellationToken);
        return [.. outcomes.Select(outcome => outcome.Code)];
    }

    /// <summary>A small English story in the section city.</summary>
    public static StoryToStore Story(string source, string headline, string text, DateTimeOffset publishedAt) => new()
    {
        Source = source,
        Content = new StoryContent { Language = "en", Headline = headline, Section = "city", Body = [new Paragraph(RichText.From(text))] },
        Slug = Slug.From(headline),
        Status = StoryStatus.Published,
        IsPage = false,
        PublishedAt = publishedAt,
        UpdatedAt = null,
        Zone = "Europe/Copenhagen",
        Code = null,
        Section = new SectionName("city", "City"),
        TranslationKey = null,
        LegacyUrls = [],
    };

    private static StoryToStore LibraryStory => Story("library", "Library opens its doors", "", LibraryAt) with
    {
        UpdatedAt = LibraryAt.AddDays(1),
        TranslationKey = "library",
        Content = new StoryContent
        {
            Language = "en",
            Kicker = "Public buildings",
            Headline = "Library opens its doors",
            Standfirst = "A basement closed it & a roof brought it back.",
            Bylines = ["Maud Ferrier", "Jens Holm"],
            Dateline = "Marlow Bay",
            Section = "city",
            Topics = ["Libraries", "Harbour Street"],
            Body =
            [
                new Picture { Address = "https://elsewhere.example/door.jpg", Alt = "An open door", Caption = RichText.From("The door") },
                new Paragraph(new RichText(
                [
                    new TextRun("People came "), new TextRun("early", Emphasis.Italic), new TextRun(" to "),
                    new TextRun("the library", Link: Target("/en/topic/libraries")), new TextRun(", a control\u0001 character among them."),
                ])),
                new Quotation([RichText.From("I was first.")], "Maud Ferrier, reader"),
                new BulletList(Ordered: false, [new ListItem(0, RichText.From("Books")), new ListItem(1, RichText.From("Old books"))]),
                new Table([RichText.From("Day"), RichText.From("Readers")], [[RichText.From("Monday"), RichText.From("214")]], "Readers by day"),
            ],
        },
    };

    private static StoryToStore PersianStory => LibraryStory with
    {
        Source = "library.fa",
        Slug = Slug.From("کتابخانه باز شد"),
        Zone = "Asia/Tehran",
        Section = new SectionName("city", "شهر"),
        Content = new StoryContent
        {
            Language = "fa",
            Headline = "۱۹ شمارهٔ گم‌شدهٔ Evening Packet پیدا شد",
            Bylines = ["نسرین کامیاب"],
            Topics = ["کتابخانه‌ها"],
            Section = "city",
            Body = [new Paragraph(RichText.From("مردم زود آمدند."))],
        },
    };

    private static LinkTarget Target(string address) => LinkTarget.TryParse(address, out var target) ? target : throw new ArgumentException(address);
}
