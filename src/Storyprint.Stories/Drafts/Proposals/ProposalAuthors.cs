using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>Who made which change of a proposal, as JSON: lists of names and times by the key of the change.</summary>
public static class ProposalAuthors
{
    public static string Write(Proposal proposal) => JsonSerializer.Serialize(
        proposal.Authors.ToDictionary(change => change.Key, change => change.Value.Select(by => new Author(by.Who, by.At)).ToArray()), ProposalAuthorsJson.Default.DictionaryStringAuthorArray);

    /// <summary>The proposal with its authors.</summary>
    public static Proposal Read(StoryDraft draft, StoryDraft text, string? authors) => new(draft, text)
    {
        Authors = authors is null ? new Dictionary<string, IReadOnlyList<EditStamp>>() : JsonSerializer.Deserialize(authors, ProposalAuthorsJson.Default.DictionaryStringAuthorArray)!
            .ToDictionary(change => change.Key, change => (IReadOnlyList<EditStamp>)[.. change.Value.Select(by => new EditStamp(by.Who, by.At))]),
    };

    internal sealed record Author(string Who, DateTimeOffset At);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, ProposalAuthors.Author[]>))]
internal sealed partial class ProposalAuthorsJson : JsonSerializerContext;
