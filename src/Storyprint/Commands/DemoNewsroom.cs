using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Notices;
using Storyprint.People.Work;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Commands;

/// <summary>The demonstration's newsroom: its people, and what they are at work on.</summary>
internal sealed class DemoNewsroom(Installation installation, ImportStore imports)
{
    private static readonly ReleaseContext By = ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine, "demonstration");

    private readonly TimeProvider clock = TimeProvider.System;

    /// <summary>Makes what is missing. Its people have neither passkey nor password.</summary>
    /// <param name="path">The file of desks and drafts.</param>
    public async Task CreateAsync(string path, CancellationToken cancellation)
    {
        var people = new PersonDirectory(installation.Database, clock);
        foreach (var demo in DemoPeople.All)
        {
            await people.AddWithoutCredentialsAsync(new Person { UserName = demo.UserName, DisplayName = demo.DisplayName, Language = demo.Language, Role = demo.Role, CreatedAt = clock.GetUtcNow() }, cancellation);
        }

        var work = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellation), DemoWorkJson.Default.DemoWork)!;
        var desks = new DeskDirectory(installation.Database, clock);
        foreach (var desk in (await desks.ListAsync(cancellation)).Count == 0 ? work.Desks : [])
        {
            await desks.SaveAsync(By, desk, cancellation: cancellation);
        }

        var isNew = false;
        foreach (var draft in work.Drafts)
        {
            if (await imports.FindAsync(SourceOf(draft), cancellation) is null)
            {
                await AddAsync(draft, cancellation);
                isNew = true;
            }
        }

        foreach (var change in isNew ? work.Changes : [])
        {
            await ChangeAsync(change, cancellation);
        }

        if (isNew)
        {
            await new DemoLibrary(installation, imports, clock).DescribeAsync(By, work.Pictures, cancellation);
        }

        // What came with the demonstration is no news.
        foreach (var person in isNew ? await people.ListAsync(cancellation) : [])
        {
            await new NoticeBoard(installation.Database, clock).MarkReadAsync(person.Id, null, cancellation);
        }
    }

    private async Task AddAsync(DemoDraft draft, CancellationToken cancellation)
    {
        var edition = installation.Publication.EditionOrMain(draft.Language);
        DateTimeOffset? due = draft.DueInDays is { } days ? new DateTimeOffset(clock.GetUtcNow().Date.AddDays(days).AddHours(7), TimeSpan.Zero) : null;
        await imports.SaveAsync(By, [PreparedStory.Create(StoryOf(draft, edition, due))], installation.Publication.FirstStoryNumber, new ImportSession(new ImportRules { Note = null }), cancellation);
        var (code, _) = (await imports.FindAsync(SourceOf(draft), cancellation))!.Value;
        await new StoryDesks(installation.Database, clock).HandOverAsync(By, code, draft.Desk, cancellation);
        await MoveAsync(draft, code, cancellation);
        foreach (var comment in draft.Comments)
        {
            var author = await new PersonDirectory(installation.Database, clock).FindByNameAsync(comment.By, cancellation);
            await installation.Stores.DraftComments.AddAsync(
                code, new DraftComment { Id = Guid.CreateVersion7().ToString("n"), PersonId = author?.Id, Author = author?.DisplayName ?? comment.By, Quote = comment.Quote, Text = comment.Text }, cancellation: cancellation);
        }
    }

    // A published story whose new standfirst waits.
    private async Task ChangeAsync(DemoChange change, CancellationToken cancellation)
    {
        if (await DemoReleases.FindAsync(imports, change.Story, change.Code, cancellation) is not var (code, _) || await PersonAsync(change.By, cancellation) is not { } person)
        {
            return;
        }

        await installation.Stores.DraftJournal.ChangeAsync(
            code, new DraftWriter(person.Id, person.DisplayName), DraftEditKind.Written,
            draft => draft with { Root = draft.Root with { Texts = draft.Root.Texts.With("standfirst", DraftText.From(change.Standfirst)) } }, cancellation);
        if (change.Submitted)
        {
            await Moves.SubmitAsync(By, person, code, string.Empty, cancellation);
        }
    }

    private async Task MoveAsync(DemoDraft draft, StoryCode code, CancellationToken cancellation)
    {
        if (draft.Holder is { } name && await PersonAsync(name, cancellation) is { } holder && await PersonAsync("june", cancellation) is { } desk)
        {
            await Moves.HandToAsync(By, desk, code, holder.Id, string.Empty, cancellation);
        }

        if (draft.State is null || await PersonAsync(draft.By!, cancellation) is not { } author)
        {
            return;
        }

        await Moves.SubmitAsync(By, author, code, string.Empty, cancellation);
        if (draft.Approver is { } approver && await PersonAsync(approver, cancellation) is { } editor)
        {
            await Moves.ApproveAsync(By, editor, code, (await installation.Stores.Work.FindAsync(code, cancellation))!.TextName!, string.Empty, cancellation);
        }
    }

    private StoryMoves Moves => new(installation.Database, installation.Stores.Work, clock);

    private Task<Person?> PersonAsync(string name, CancellationToken cancellation) => new PersonDirectory(installation.Database, clock).FindByNameAsync(name, cancellation);

    private static StoryToStore StoryOf(DemoDraft draft, Edition edition, DateTimeOffset? due) => new()
    {
        Source = SourceOf(draft),
        Content = new StoryContent
        {
            Language = draft.Language,
            Headline = draft.Headline,
            Standfirst = draft.Standfirst,
            Bylines = [draft.Byline],
            Section = draft.Section,
            Body = [.. draft.Text.Select(paragraph => new Paragraph(RichText.From(paragraph)))],
        },
        Slug = Slug.From(draft.Slug),
        Status = due is null ? StoryStatus.Draft : StoryStatus.Scheduled,
        IsPage = false,
        PublishedAt = due,
        UpdatedAt = null,
        Zone = edition.TimeZone,
        Code = null,
        Section = edition.Sections.Named(draft.Section),
        TranslationKey = null,
        LegacyUrls = [],
    };

    private static string SourceOf(DemoDraft draft) => $"demonstration:{draft.Key}";
}

/// <summary>What the people of the demonstration are at work on.</summary>
internal sealed record DemoWork(IReadOnlyList<string> Desks, IReadOnlyList<DemoDraft> Drafts, IReadOnlyList<DemoChange> Changes, IReadOnlyList<DemoPicture> Pictures);

/// <summary>A changed text of a published story.</summary>
/// <param name="Story">Its file, as <c>en/01-library-reopens</c>.</param>
internal sealed record DemoChange(string Story, string? Code, string Standfirst, string By, bool Submitted);

/// <param name="State">Set where it was submitted, by <paramref name="By"/>; approved where an <paramref name="Approver"/> is named.</param>
/// <param name="DueInDays">For a scheduled story: how many days after the demonstration was made it goes out.</param>
internal sealed record DemoDraft(
    string Key, string Language, string Section, string Desk, string Slug, string Headline, string Standfirst, string Byline, IReadOnlyList<string> Text, IReadOnlyList<DemoComment> Comments, int? DueInDays,
    string? State, string? By, string? Approver, string? Holder);

internal sealed record DemoComment(string By, string Quote, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoWork))]
internal sealed partial class DemoWorkJson : JsonSerializerContext;
