using System.CommandLine;
using System.CommandLine.Parsing;
using Storyprint.Stories.Codes;

namespace Storyprint.Commands.Releases;

/// <summary>Arguments and options shared by the release commands.</summary>
internal static class ReleaseOptions
{
    /// <summary>A story code in any spelling that readers use: with spaces, dots, Persian or Arabic digits.</summary>
    public static Argument<StoryCode> Code() => new("code")
    {
        Description = "The story's code, such as 1125540.",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (StoryCodeParseResult.Read(text).AnyCode is { } code)
            {
                return code;
            }

            result.AddError($"“{text}” is no story code: it is made of digits, such as 1125540.");
            return default;
        },
    };

    public static Argument<string?> File() => new("file")
    {
        Description = "The story as a Markdown file with fields (title, standfirst, authors …) between two lines of --- at its top.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<bool> Draft() => new("--draft") { Description = "Release the story's draft instead of a file." };

    public static Option<int?> Expected(string what) => new("--expected")
    {
        Description = what,
        CustomParser = Number,
    };

    public static Option<string?> Edition() => new("--edition") { Description = "Edition of a file that does not say its language." };

    public static Option<bool> NewSection() => new("--new-section") { Description = "The file's section may be a new one." };

    private static int? Number(ArgumentResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number > 0)
        {
            return number;
        }

        result.AddError("--expected takes the number of a revision: 1, 2, 3 …");
        return null;
    }
}
