namespace Storyprint.Storage.Audit;

/// <summary>A field of CSV (RFC 4180) that a spreadsheet takes for text.</summary>
public static class CsvField
{
    public static string Of(string? value)
    {
        // What begins with these signs is a formula to a spreadsheet: an apostrophe in front makes it text.
        var text = value?.TrimStart('\uFEFF') is { Length: > 0 } shown && shown[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? $"'{value}" : value ?? string.Empty;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
