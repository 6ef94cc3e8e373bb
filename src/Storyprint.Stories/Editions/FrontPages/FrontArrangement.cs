using System.Text.Json.Serialization;
using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Editions.FrontPages;

/// <summary>The stories that an editor placed on the front page of an edition. Every place without one is filled by rule.</summary>
public sealed record FrontArrangement
{
    public IReadOnlyList<FrontPin> Pins { get; init => field = value ?? []; } = [];

    /// <summary>The slugs of the section blocks in their order; the others follow in the order of the navigation.</summary>
    public IReadOnlyList<string> Sections { get; init => field = value ?? []; } = [];

    /// <summary>The pins that hold at this instant.</summary>
    public IEnumerable<FrontPin> At(DateTimeOffset now) => Pins.Where(pin => pin.Until is null || pin.Until > now);

    /// <summary>When the next pin ends; null where none does.</summary>
    public DateTimeOffset? NextEnd(DateTimeOffset now) => At(now).Select(pin => pin.Until).Min();
}

/// <summary>A story in its place.</summary>
public sealed record FrontPin
{
    public required FrontPlace Place { get; init; }

    /// <summary>From 0, within the place.</summary>
    public int Position { get; init; }

    /// <summary>The slug of the section whose block it is; null for the other places.</summary>
    public string? Section { get; init; }

    /// <summary>The digits of the story's code.</summary>
    public required string Story { get; init; }

    /// <summary>When the rule takes the place back; null where an editor will.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The story's code, or null where the digits are none.</summary>
    [JsonIgnore]
    public StoryCode? Code => StoryCode.TryFromDigits(Story, out var code) ? code : null;
}

/// <summary>The places of a front page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FrontPlace>))]
public enum FrontPlace
{
    /// <summary>The first story, with a large picture.</summary>
    Lead,

    /// <summary>The two stories beside it.</summary>
    Second,

    /// <summary>The story without a picture below those.</summary>
    Third,

    /// <summary>The two stories below the lead.</summary>
    Under,

    /// <summary>The column of headlines.</summary>
    Rail,

    /// <summary>The block of a section.</summary>
    Section,
}

/// <summary>How many stories each place holds.</summary>
public static class FrontPlaces
{
    extension(FrontPlace place)
    {
        public int Size => place switch
        {
            FrontPlace.Lead or FrontPlace.Third => 1,
            FrontPlace.Second or FrontPlace.Under => 2,
            FrontPlace.Rail => 10,
            FrontPlace.Section => 4,
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
        };
    }
}
