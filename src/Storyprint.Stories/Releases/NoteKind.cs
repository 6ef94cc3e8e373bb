using System.Text.Json.Serialization;

namespace Storyprint.Stories.Releases;

/// <summary>The kind of a public note. Stored by name; absent means a correction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoteKind>))]
public enum NoteKind
{
    Correction = 0,
    Retraction = 1,
}
