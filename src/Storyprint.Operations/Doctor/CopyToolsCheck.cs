using Storyprint.Extraction;
using Storyprint.Extraction.Isolation;

namespace Storyprint.Operations.Doctor;

/// <summary>Says what the machine has for checking copies that are pictures. Nothing of it is needed for pasted text, PDF and DOCX, so what is missing is no warning.</summary>
internal static class CopyToolsCheck
{
    private const string Point = "check a copy";

    public static async Task<DoctorFinding> RunAsync(CancellationToken cancellation) => Say(await ExtractionTools.FindAsync(cancellation));

    internal static DoctorFinding Say(ExtractionTools tools)
    {
        (bool IsThere, string Lack)[] parts =
        [
            (tools.Languages.Count > 0, "Words in photographs are not read, only marks: install tesseract-ocr, with tesseract-ocr-fas or the package of your language."),
            (tools.ReadsHeif, "Photographs in HEIC, as iPhones take them, are not read: install libheif-examples."),
            (tools.Sandbox == SandboxKind.Bubblewrap, "Strangers' files are read with limits of memory and time, but without a file system of their own: install bubblewrap."),
            (tools.LimitsMemory, "The memory of native code is not limited: install util-linux (prlimit)."),
        ];
        string[] lacks = [.. parts.Where(part => !part.IsThere).Select(part => part.Lack)];
        var reads = tools.Languages.Count > 0 ? $"Photographs are read in {string.Join(", ", tools.Languages)}. " : "";
        return DoctorFinding.Ok(Point, $"{reads}{(lacks.Length == 0 ? "Nothing is missing." : string.Join(" ", lacks))}");
    }
}
