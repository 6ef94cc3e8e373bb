using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Stories.Codes;

/// <summary>The permanent number of a story: ASCII digits, at most 18 of them. Our own codes end in a Damm check digit; imported codes are kept as they were.</summary>
public readonly record struct StoryCode
{
    /// <summary>The maximum number of digits.</summary>
    public const int MaxLength = 18;

    private readonly string? digits;

    private StoryCode(string digits) => this.digits = digits;

    /// <summary>The code as in links: ASCII digits only.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("A story code was used before it was set.");

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public bool HasCheckDigit => Damm.Holds(Digits);

    /// <summary>The code of the story with this number in order of allocation: the number and its check digit.</summary>
    /// <param name="number">Greater than zero.</param>
    public static StoryCode FromNumber(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new StoryCode(text + (char)('0' + Damm.CheckDigit(text)));
    }

    /// <summary>Parses digits exactly as in a link or a table; the check digit is not verified.</summary>
    public static bool TryFromDigits(string? text, out StoryCode code)
    {
        var good = text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        code = good ? new StoryCode(text!) : default;
        return good;
    }

    /// <inheritdoc cref="TryFromDigits"/>
    /// <exception cref="FormatException">The text is not 1 to 18 ASCII digits.</exception>
    public static StoryCode FromDigits(string text) =>
        TryFromDigits(text, out var code) ? code : throw new FormatException($"'{text}' is not a story code.");

    public override string ToString() => Digits;
}

internal sealed class StoryCodeConverter : JsonConverter<StoryCode>
{
    public override StoryCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StoryCode.TryFromDigits(reader.GetString(), out var code) ? code : throw new JsonException("A stored story code is none.");

    public override void Write(Utf8JsonWriter writer, StoryCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Digits);
}
