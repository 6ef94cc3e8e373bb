using System.Text.Json.Serialization;

namespace Storyprint.Stories;

/// <summary>What kind of text a story is, said above it to its readers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoryLabel>))]
public enum StoryLabel
{
    News,
    Analysis,
    Opinion,
    Review,
    Interview,

    /// <summary>Paid for by somebody outside of the newsroom.</summary>
    Sponsored,
}
