using System.Globalization;

namespace Storyprint.Stories.Codes;

/// <summary>The number of a revision within its story: 1, 2, 3 …</summary>
public readonly record struct RevisionNumber
{
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public RevisionNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        Value = value;
    }

    public int Value { get; }

    public static RevisionNumber First => new(1);

    public RevisionNumber Next => new(Value + 1);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
