using System.Text.RegularExpressions;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Reads TOML 1.0 as far as fields need it into plain values: text, lists and maps. Numbers, dates and truth values are kept as they are written.</summary>
internal sealed partial class TomlFrontMatterReader
{
    private const int MaxValues = 5000;
    private const int Deepest = 12;

    private readonly TomlCursor cursor;
    private int left = MaxValues;

    private TomlFrontMatterReader(string toml) => cursor = new TomlCursor(toml);

    /// <summary>The fields; or why they cannot be read, and the line in the TOML.</summary>
    public static (Dictionary<string, object>? Fields, string Reason, int Line) Read(string toml)
    {
        var reader = new TomlFrontMatterReader(toml);
        try
        {
            return (reader.Document(), string.Empty, 0);
        }
        catch (FormatException error)
        {
            var line = reader.cursor.Line;
            return (null, $"Its front matter (TOML) cannot be read at line {line + 1}: {error.Message}", line);
        }
    }

    private Dictionary<string, object> Document()
    {
        var (root, table) = (Map(), (Dictionary<string, object>?)null);
        for (cursor.SkipLines(); !cursor.IsAtEnd; cursor.SkipLines())
        {
            if (cursor.Current != '[')
            {
                KeyValue(table ?? root);
                cursor.EndLine();
                continue;
            }

            var isList = cursor.Take("[[") || !cursor.Take("[");
            var path = Key();
            cursor.Expect(isList ? "]]" : "]");
            cursor.EndLine();
            table = Table(root, path, isList);
        }

        return root;
    }

    private void KeyValue(Dictionary<string, object> table)
    {
        var path = Key();
        cursor.Expect("=");
        Inner(table, path.SkipLast(1))[path[^1]] = Value(0);
    }

    private static Dictionary<string, object> Table(Dictionary<string, object> root, List<string> path, bool isList)
    {
        var parent = Inner(root, path.SkipLast(1));
        if (!isList)
        {
            return Inner(parent, [path[^1]]);
        }

        if (parent.GetValueOrDefault(path[^1]) is not List<object> list)
        {
            parent[path[^1]] = list = [];
        }

        var table = Map();
        list.Add(table);
        return table;
    }

    // A name of a list stands for its last table.
    private static Dictionary<string, object> Inner(Dictionary<string, object> table, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            table = table.GetValueOrDefault(name) switch
            {
                Dictionary<string, object> inner => inner,
                List<object> list when list.Count > 0 && list[^1] is Dictionary<string, object> last => last,
                null => Add(table, name),
                _ => throw new FormatException($"“{name}” has a value already."),
            };
        }

        return table;
    }

    private static Dictionary<string, object> Add(Dictionary<string, object> table, string name)
    {
        var inner = Map();
        table[name] = inner;
        return inner;
    }

    private List<string> Key()
    {
        var path = new List<string>();
        do
        {
            cursor.SkipSpaces();
            path.Add(cursor.Current is '"' or '\'' ? cursor.Text() : Bare());
            cursor.SkipSpaces();
        }
        while (cursor.Take("."));

        return path.Count > Deepest ? throw new FormatException("A name has more parts than any story needs.") : path;
    }

    private string Bare()
    {
        var name = cursor.While(character => char.IsLetterOrDigit(character) || character is '_' or '-');
        return name.Length > 0 ? name : throw new FormatException("A name of a field is expected here.");
    }

    private object Value(int depth)
    {
        cursor.SkipSpaces();
        if (depth > Deepest || --left < 0)
        {
            throw new FormatException("It has more values, or deeper ones, than any story needs.");
        }

        return cursor.Current switch
        {
            '"' or '\'' => cursor.Text(),
            '[' => List(depth),
            '{' => InlineTable(depth),
            _ => Plain(),
        };
    }

    private List<object> List(int depth)
    {
        var list = new List<object>();
        cursor.Take("[");
        for (cursor.SkipLines(); !cursor.Take("]"); cursor.SkipLines())
        {
            list.Add(Value(depth + 1));
            cursor.SkipLines();
            if (!cursor.Take(",") && !cursor.Peek("]"))
            {
                throw new FormatException("A comma or ] is missing in a list.");
            }
        }

        return list;
    }

    private Dictionary<string, object> InlineTable(int depth)
    {
        var table = Map();
        cursor.Take("{");
        for (cursor.SkipLines(); !cursor.Take("}"); cursor.SkipLines())
        {
            var path = Key();
            cursor.Expect("=");
            Inner(table, path.SkipLast(1))[path[^1]] = Value(depth + 1);
            cursor.SkipLines();
            if (!cursor.Take(",") && !cursor.Peek("}"))
            {
                throw new FormatException("A comma or } is missing.");
            }
        }

        return table;
    }

    // A number, a date or a truth value; TOML separates the digits of numbers with underscores.
    private string Plain()
    {
        var word = cursor.While(character => character is not (',' or ']' or '}' or '#' or '\n' or '\r')).Trim();
        return word.Length == 0 ? throw new FormatException("A value is missing.")
            : word.Contains(' ', StringComparison.Ordinal) && !DayAndTime().IsMatch(word) ? throw new FormatException($"“{word}” is not one value.")
            : char.IsAsciiDigit(word[0]) || word[0] is '+' or '-' ? word.Replace("_", string.Empty, StringComparison.Ordinal)
            : word is "true" or "false" or "inf" or "nan" ? word
            : throw new FormatException($"“{word}” is no value: text needs quotation marks.");
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}")]
    private static partial Regex DayAndTime();

    private static Dictionary<string, object> Map() => new(StringComparer.OrdinalIgnoreCase);
}
