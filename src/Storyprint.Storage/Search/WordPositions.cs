using System.Globalization;
using System.Text;

namespace Storyprint.Storage.Search;

/// <summary>
/// Folded words with their positions, in the syntax of PostgreSQL's tsvector. Made here and not by the server, whose parser would split words by its locale. A
/// tsvector is limited to 16,383 positions, 255 of a word, 2 KB a word and 1 MB in all; where a story exceeds that, <see cref="IsCut"/> is set and phrases are
/// searched in its words themselves.
/// </summary>
internal sealed class WordPositions
{
    private const int LastPlace = 16_383;
    private const int MaxPlaces = 255;
    private const int MaxBytes = 900_000;

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private int place;
    private int bytes;

    /// <summary>Whether positions were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The indexed part of a word, the same in stories and in queries.</summary>
    public static string Counted(string word) => word.Length <= MaxLetters ? word : word[..(char.IsHighSurrogate(word[MaxLetters - 1]) ? MaxLetters - 1 : MaxLetters)];

    private const int MaxLetters = 500;

    /// <summary>Adds the words of a field. No phrase spans two fields.</summary>
    /// <param name="weight">A to D.</param>
    public void Add(string field, char weight)
    {
        foreach (var range in field.AsSpan().Split(' '))
        {
            if (field.AsSpan(range) is { Length: > 0 } word)
            {
                Take(word, weight);
            }
        }

        place++;
    }

    public override string ToString()
    {
        var text = new StringBuilder(bytes);
        foreach (var (form, word) in words)
        {
            text.Append('\'').Append(form.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)).Append('\'');
            text.Append(word.Places).Append(' ');
        }

        return text.ToString();
    }

    private void Take(ReadOnlySpan<char> letters, char weight)
    {
        place++;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var counted = letters.Length <= MaxLetters ? letters : Counted(letters.ToString());
        if (!lookup.TryGetValue(counted, out var word))
        {
            bytes += Encoding.UTF8.GetByteCount(counted) + 8;
            if (bytes > MaxBytes)
            {
                IsCut = true;
                return;
            }

            lookup[counted] = word = new Word();
        }

        if (place > LastPlace || word.Count == MaxPlaces)
        {
            IsCut = true;
            return;
        }

        // D is the weight of a position without a letter.
        word.Places.Append(word.Count++ == 0 ? ':' : ',').Append(CultureInfo.InvariantCulture, $"{place}");
        if (weight != 'D')
        {
            word.Places.Append(weight);
        }

        bytes += 2;
    }

    private sealed class Word
    {
        public StringBuilder Places { get; } = new();

        public int Count { get; set; }
    }
}
