using System.Data.Common;
using System.Text.Json;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Storage.Imports;

/// <summary>
/// A published story whose archive has another text now. It passes the rule of every other release: what the gate finds harmless goes out, and the rest only
/// with a note; otherwise the published text stands and the new one becomes a draft.
/// </summary>
internal sealed class RevisionOfArchive(DbTransaction transaction, StoryWriter writer, ReleaseTime time, ImportRules rules)
{
    private DbConnection Connection => transaction.Connection!;

    public async Task<StoreOutcome> ReleaseAsync(StandingStory standing, PreparedStory prepared, CancellationToken cancellation)
    {
        var current = await StoryForRelease.ReadAsync(Connection, standing.Code, cancellation) ?? throw new InvalidOperationException($"The story {standing.Code} is not there.");
        if (current.State.Content is not { } before || !current.State.Status.IsVisibleToReaders)
        {
            return new StoreOutcome.LeftAlone(standing.Code);
        }

        // A story that came in before there were galleries stays in its form: only what the archive changed is a change.
        var read = StoryJson.Read(prepared.Json.ToString());
        var content = ArchiveForm.HasLaterBlocks(before) ? read : ArchiveForm.Of(read);
        if (StoredLinks.AsArchived(StoryJson.Write(before)) == StoredLinks.AsArchived(StoryJson.Write(content with { Corrections = before.Corrections })))
        {
            return new StoreOutcome.Unchanged(standing.Code);
        }

        // A published story is not turned back into a draft because its archive says so.
        if (standing.Revision != standing.SourceRevision || !prepared.Story.Status.IsVisibleToReaders)
        {
            return new StoreOutcome.LeftAlone(standing.Code);
        }

        switch (Decide(current, content))
        {
            case ReleaseDecision.Released(var revision):
                await WriteAsync(current, revision, prepared, cancellation);
                return new StoreOutcome.Revised(standing.Code) { Changes = [.. revision.Findings.Select(finding => finding.Sentence)] };
            case ReleaseDecision.Refused(var refusals):
                return new StoreOutcome.Held(standing.Code, [.. refusals.SelectMany(Sentences)], await KeepAsync(current, prepared, cancellation));
            default:
                throw new InvalidOperationException("A rule gave no decision.");
        }
    }

    private ReleaseDecision Decide(StoryForRelease current, StoryContent content)
    {
        var (expected, at) = (current.State.Current?.Number, time.For(current.State.Current).At);
        var decision = UpdateRule.Decide(current.State, content, null, expected, at, rules.Dictionaries);
        return decision is not ReleaseDecision.Refused { Refusals: [ReleaseRefusal.NoteNeeded(var findings)] } ? decision
            : rules.Correction is { } words ? CorrectRule.Decide(current.State, content, Words(words, findings, current.State.Content!, content), expected, at, rules.Dictionaries)
            : rules.Note is { } note ? UpdateRule.Decide(current.State, content, note, expected, at, rules.Dictionaries)
            : decision;
    }

    // What was said and what is said now, from the findings; where words only came or only went, the headline stands for the whole.
    private static NoteWords Words(string text, IReadOnlyList<GateFinding> findings, StoryContent before, StoryContent after) => new()
    {
        Text = text,
        Said = Joined(findings.Select(finding => finding.Before)) is { Length: > 0 } said ? said : before.Headline,
        Says = Joined(findings.Select(finding => finding.After)) is { Length: > 0 } says ? says : after.Headline,
    };

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());

    private static string Archived(StoryContent content) => StoredLinks.AsArchived(StoryJson.Write(ArchiveForm.Of(content)));

    private static IEnumerable<string> Sentences(ReleaseRefusal refusal) =>
        refusal is ReleaseRefusal.NoteNeeded(var findings) ? findings.Select(finding => finding.Sentence) : [refusal.Sentence];

    private async Task WriteAsync(StoryForRelease current, NewRevision revision, PreparedStory prepared, CancellationToken cancellation)
    {
        var story = prepared.Story;
        var text = StoredTextForms.From(RevisionText.New(revision.Content!, revision.Note?.Text));
        var (zone, key) = await Connection.FirstAsync(
            "SELECT time_zone, translation_key FROM story WHERE id = @id", row => (row.GetString(0), row.TextOrNull(1)), cancellation, ("@id", current.Id));
        await writer.PublishAsync(new RevisionToWrite
        {
            StoryId = current.Id,
            Code = current.Code,
            Number = revision.Number.Value,
            Kind = revision.Kind,
            Status = revision.Status,
            IsPage = current.IsPage,
            Text = text,
            Listed = current.State.Content,
            Slug = story.Slug,
            ReleasedAt = revision.ReleasedAt,
            PublishedAt = revision.PublishedAt,
            UpdatedAt = revision.UpdatedAt,
            SectionName = story.Section?.Name,
            Findings = revision.Findings.Count == 0 ? null : JsonSerializer.Serialize(revision.Findings, FindingsJson.Default.IReadOnlyListGateFinding),

            // Of the row as it stands now, so that a change in the database is noticed; the archive's text is recognised by comparing it.
            SourceDigest = PreparedStory.DigestOf(
                text.Json.Bytes, story.Slug.Text, revision.Status, current.IsPage, revision.PublishedAt.ToUnixTimeSeconds(), revision.UpdatedAt?.ToUnixTimeSeconds(), zone!, key),
        }, current.SearchRow, cancellation);
    }

    // A draft of the newsroom is not overwritten.
    private async Task<bool> KeepAsync(StoryForRelease current, PreparedStory prepared, CancellationToken cancellation)
    {
        if (current.Draft is { } draft)
        {
            return Archived(draft.Content) == Archived(StoryJson.Read(prepared.Json.ToString()));
        }

        await PreparedStatement.Prepare(transaction, StoryStatements.WriteDraft).RunAsync(
            cancellation, ("@story_id", current.Id), ("@content", prepared.Json), ("@slug", prepared.Story.Slug.Text), ("@base_revision", current.State.Current!.Number.Value),
            ("@changed_at", time.At.ToUnixTimeMilliseconds()), ("@scheduled_for", null), ("@scheduled_by", null), ("@scheduled_via", null), ("@schedule_reason", null),
            ("@schedule_correlation_id", null));
        return true;
    }
}
