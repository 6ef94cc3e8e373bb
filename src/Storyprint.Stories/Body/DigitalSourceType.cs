using System.Text.Json.Serialization;

namespace Storyprint.Stories.Body;

/// <summary>How a picture, a film or a text was made: IPTC's NewsCodes <c>digitalsourcetype</c>.</summary>
/// <remarks>http://cv.iptc.org/newscodes/digitalsourcetype/; names here are its codes with a capital.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DigitalSourceType>))]
public enum DigitalSourceType
{
    /// <summary>Taken by a camera or recorder.</summary>
    DigitalCapture,
    NegativeFilm,
    PositiveFilm,
    Print,

    /// <summary>Edited by a person, with tools that make nothing up.</summary>
    HumanEdits,
    CompositeCapture,
    AlgorithmicallyEnhanced,
    DataDrivenMedia,

    /// <summary>Made by a person with digital tools: a drawing, a map.</summary>
    DigitalCreation,
    VirtualRecording,
    CompositeSynthetic,

    /// <summary>Made by a model that was trained on the works of others.</summary>
    TrainedAlgorithmicMedia,

    /// <summary>Made by people, with parts of such a model.</summary>
    CompositeWithTrainedAlgorithmicMedia,

    /// <summary>Made by a program that was not trained.</summary>
    AlgorithmicMedia,
}
