using System.Text.Json.Serialization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories;

/// <summary>The content of a story: everything a reader sees. A draft holds it and a revision fixes it.</summary>
public sealed record StoryContent
{
    /// <summary>BCP 47 tag of the story's edition.</summary>
    public required string Language { get; init; }

    public string Kicker { get; init; } = string.Empty;

    public required string Headline { get; init; }

    public string Standfirst { get; init; } = string.Empty;

    /// <summary>The authors' names, in the order shown.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>The place of reporting.</summary>
    public string Dateline { get; init; } = string.Empty;

    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>Newest first, as on the page.</summary>
    public IReadOnlyList<CorrectionNote> Corrections { get; init; } = [];

    /// <summary>The slug of the section; its name is the edition's.</summary>
    public string Section { get; init; } = string.Empty;

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What kind of text it is; null where nothing was said.</summary>
    public StoryLabel? Label { get; init; }

    /// <summary>The title that search engines and tabs show instead of the headline, or null.</summary>
    public string? SearchHeadline { get; init => field = Filled(value); }

    /// <summary>The headline that social networks show with a link, or null.</summary>
    public string? SocialHeadline { get; init => field = Filled(value); }

    /// <summary>The headline on paper, or null.</summary>
    public string? PaperHeadline { get; init => field = Filled(value); }

    /// <summary>What readers are told before they read on, such as what pictures show; or null.</summary>
    public string? ContentWarning { get; init => field = Filled(value); }

    /// <summary>What the story is based on, a source a line; or null.</summary>
    public RichText? Sources { get; init => field = value is { Plain.Length: > 0 } ? value : null; }

    /// <summary>How the text was made; null where nothing was said.</summary>
    public DigitalSourceType? Made { get; init; }

    /// <summary>The standfirst, or the first words of the text where there is none, at most about 200 characters.</summary>
    [JsonIgnore]
    public string Summary
    {
        get
        {
            const int MaxLength = 200;
            var text = Standfirst.Length > 0 ? Standfirst
                : Body.OfType<Paragraph>().Select(paragraph => paragraph.Text.Plain.ReplaceLineEndings(" ").Trim()).FirstOrDefault() ?? string.Empty;
            var space = text.Length <= MaxLength ? 0 : text.LastIndexOf(' ', MaxLength - 3);
            return text.Length <= MaxLength ? text : text[..(space > MaxLength / 2 ? space : MaxLength - 3)] + " …";
        }
    }

    /// <summary>Whether there is a letter or a number for readers in the body: pictures and embeds alone are no text.</summary>
    [JsonIgnore]
    public bool HasText => Body.Any(block => block is not (Embed or DocumentFile or RelatedStories) && block.Texts.Any(text => text.Any(char.IsLetterOrDigit)));

    /// <summary>The picture for lists: the first with a stored file.</summary>
    [JsonIgnore]
    public Picture? LeadPicture => Pictures.FirstOrDefault(picture => picture.IsStored);

    /// <summary>All pictures in reading order, those of galleries among them.</summary>
    [JsonIgnore]
    public IEnumerable<Picture> Pictures => Body.SelectMany(block => block.Pictures);

    /// <summary>The hashes of its stored pictures and of the documents, sounds and films that it has or links to here, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> MediaHashes => Body.SelectMany(block => block.MediaHashes)
        .Concat((Sources?.Runs ?? []).Select(run => MediaLink.HashOf(run.Link?.Address)).OfType<string>()).Distinct();

    /// <summary>The picture that opens the story, above its text.</summary>
    [JsonIgnore]
    public Picture? FeaturedImage => Body is [Picture picture, ..] ? picture : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
