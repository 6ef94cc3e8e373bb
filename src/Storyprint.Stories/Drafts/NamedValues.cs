namespace Storyprint.Stories.Drafts;

/// <summary>A few values by name, in the names' ordinal order; two are equal where all their values are.</summary>
public sealed class NamedValues<T> : IEquatable<NamedValues<T>>
    where T : notnull
{
    private readonly KeyValuePair<string, T>[] pairs;

    internal NamedValues(KeyValuePair<string, T>[] pairs) => this.pairs = pairs;

    public int Count => pairs.Length;

    public IReadOnlyList<KeyValuePair<string, T>> Pairs => pairs;

    public IEnumerable<string> Names => pairs.Select(pair => pair.Key);

    /// <summary>The value of a name, or the default of its type.</summary>
    public T? this[string name] => Find(name) is >= 0 and var index ? pairs[index].Value : default;

    public bool Has(string name) => Find(name) >= 0;

    public NamedValues<T> With(string name, T value) => NamedValues.From(pairs.Where(pair => pair.Key != name).Append(new(name, value)));

    public NamedValues<T> Without(string name) => Has(name) ? NamedValues.From(pairs.Where(pair => pair.Key != name)) : this;

    public bool Equals(NamedValues<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.pairs.Length != pairs.Length)
        {
            return false;
        }

        for (var index = 0; index < pairs.Length; index++)
        {
            if (pairs[index].Key != other.pairs[index].Key || !pairs[index].Value.Equals(other.pairs[index].Value))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as NamedValues<T>);

    public override int GetHashCode() => pairs.Aggregate(pairs.Length, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    private int Find(string name)
    {
        for (var index = 0; index < pairs.Length; index++)
        {
            if (pairs[index].Key == name)
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>Makes <see cref="NamedValues{T}"/>.</summary>
public static class NamedValues
{
    public static NamedValues<T> Empty<T>()
        where T : notnull => Nothing<T>.Values;

    public static NamedValues<T> Of<T>(string name, T value)
        where T : notnull => new([new(name, value)]);

    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public static NamedValues<T> From<T>(IEnumerable<KeyValuePair<string, T>> values)
        where T : notnull
    {
        var pairs = values.ToArray();
        Array.Sort(pairs, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        for (var index = 1; index < pairs.Length; index++)
        {
            if (pairs[index - 1].Key == pairs[index].Key)
            {
                throw new ArgumentException($"'{pairs[index].Key}' has two values.", nameof(values));
            }
        }

        return pairs.Length == 0 ? Nothing<T>.Values : new NamedValues<T>(pairs);
    }

    private static class Nothing<T>
        where T : notnull
    {
        public static readonly NamedValues<T> Values = new([]);
    }
}
