using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>
/// Reads YAML event by event into plain values: text, lists and maps. Aliases are refused, since a few lines of them can expand beyond any memory; tags are
/// ignored, so only text is created.
/// </summary>
internal static class YamlFrontMatterReader
{
    private const int MaxValues = 5000;
    private const int Deepest = 12;

    /// <summary>The fields by lower-case names; or why they cannot be read, and the line in the YAML.</summary>
    public static (Dictionary<string, object>? Fields, string Reason, int Line) Read(string yaml)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return ([], string.Empty, 0);
            }

            parser.Consume<DocumentStart>();
            var left = MaxValues;
            return Value(parser, 0, ref left) switch
            {
                Dictionary<string, object> fields => (fields, string.Empty, 0),
                string { Length: 0 } => ([], string.Empty, 0),
                _ => (null, "Its front matter is no list of fields (name: value).", 1),
            };
        }
        catch (YamlException error)
        {
            var line = (int)Math.Max(1, error.Start.Line);
            return (null, $"Its front matter cannot be read at line {line + 1}: {error.Message} Values with a colon or a quotation mark inside need quotation marks around them.", line);
        }
        catch (RefusedYaml refused)
        {
            return (null, refused.Message, refused.Line);
        }
    }

    private static object Value(Parser parser, int depth, ref int left)
    {
        if (depth > Deepest || --left < 0)
        {
            throw new RefusedYaml("Its front matter has more values, or deeper ones, than any story needs.", Line(parser));
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~" or "Null" or "NULL";
            return isNull ? string.Empty : scalar.Value;
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new List<object>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Value(parser, depth + 1, ref left));
            }

            return list;
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var map = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Value(parser, depth + 1, ref left) as string ?? string.Empty;
                map[key.Trim()] = Value(parser, depth + 1, ref left);
            }

            return map;
        }

        throw new RefusedYaml("Its front matter uses references (& and *), which are not read. Write the values out.", Line(parser));
    }

    private static int Line(Parser parser) => (int)(parser.Current?.Start.Line ?? 1);

    private sealed class RefusedYaml(string reason, int line) : Exception(reason)
    {
        public int Line => line;
    }
}
