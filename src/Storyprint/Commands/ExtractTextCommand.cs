using System.CommandLine;
using Storyprint.Extraction;
using Storyprint.Extraction.Isolation;

namespace Storyprint.Commands;

/// <summary>The hidden command by which the program starts itself, locked in, to read a file that a stranger has sent.</summary>
internal static class ExtractTextCommand
{
    public static Command Create()
    {
        var command = new Command(ExtractionProgram.Command, "Read a file from the standard input and write its words to the standard output. The program starts itself so.") { Hidden = true };
        command.SetAction((_, cancellation) => ExtractionWorker.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), cancellation));
        return command;
    }
}
