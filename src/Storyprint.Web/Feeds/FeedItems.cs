using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Feeds;

/// <summary>Creates feed items from stories and revisions.</summary>
public sealed class FeedItems(PageRenderer renderer)
{
    /// <summary>The current state of the story.</summary>
    public async Task<FeedItem> OfStoryAsync(PageContext page, PublishedStory story)
    {
        var address = page.Publication.PublicAddress;
        var item = await ItemAsync(
            page, story, address.ShortLink(story.Code), address.NewsLink(story.Code, story.Slug),
            page.Labelled(StoryStanding.From(story).Word, story.Content.Headline), story.PublishedAt, story.UpdatedAt ?? story.PublishedAt);
        return story.Content.Corrections is [var note, ..]
            ? item with { Summary = string.Join(" – ", ((string[])[Noted(page, note), item.Summary]).Where(text => text.Length > 0)) }
            : item;
    }

    /// <summary>One revision, for those who follow the story.</summary>
    public async Task<FeedItem> OfRevisionAsync(PageContext page, PublishedStory story)
    {
        // The first revision is dated by the story's publication; an import may have released it here years later.
        var isFirst = story.Number == RevisionNumber.First;
        var published = isFirst ? story.PublishedAt : story.ReleasedAt;
        var updated = isFirst && story.IsCurrent ? story.UpdatedAt ?? published : published;
        var revision = page.Texts.Format("print.revision", page.Dates.Number(story.Number.Value));
        var note = RevisionNote.For(story);
        var title = isFirst ? story.Content.Headline
            : page.Texts.Format("label.title", page.Noun(story.Kind), note.Length > 0 ? note : $"{story.Content.Headline} ({revision})");
        var item = await ItemAsync(
            page, story, page.Publication.PublicAddress.RevisionLink(story.Id), page.Absolute($"/news/{story.Id}"), title, published, updated);
        return isFirst ? item : item with { Summary = string.Join(" – ", revision, story.Content.Headline) };
    }

    private static string Noted(PageContext page, CorrectionNote note) =>
        page.Texts.Format("label.title", $"{page.Noun(note.Kind)}, {page.Dates.Date(note.At)}", note.Text);

    private async Task<FeedItem> ItemAsync(
        PageContext page, PublishedStory story, string id, string link, string title, DateTimeOffset published, DateTimeOffset updated)
    {
        var content = story.Content;
        var zone = page.Edition.Zone;
        return new FeedItem
        {
            Id = id,
            Link = link,
            Title = title,
            Summary = content.Summary,
            Html = (await renderer.TextAsync<FeedBody>(new Dictionary<string, object?> { ["Page"] = page, ["Story"] = story })).Trim(),
            Authors = [.. content.Bylines.Select(name => new FeedAuthor(name, Slug.From(name).IsEmpty ? null : page.Absolute(page.Author(name))))],
            Categories = [.. Categories(page, content)],
            Picture = content.LeadPicture is { } picture ? FeedPicture.Address(picture, page.Publication.PublicAddress.Origin) : null,
            PublishedAt = TimeZoneInfo.ConvertTime(published, zone),
            UpdatedAt = TimeZoneInfo.ConvertTime(updated, zone),
        };
    }

    private static IEnumerable<string> Categories(PageContext page, StoryContent content) =>
        ((string[])[content.Label is { } label ? page.Label(label) : string.Empty, content.Section.Length == 0 ? string.Empty : page.SectionName(content.Section), .. content.Topics])
            .Where(name => !string.IsNullOrWhiteSpace(name)).Distinct();
}
