using Storyprint.Extraction.Isolation;
using Storyprint.Extraction.Pictures;

namespace Storyprint.Extraction;

/// <summary>What this machine has to read strangers' files with, and to lock the reading in.</summary>
public sealed record ExtractionTools
{
    /// <summary>How the reading process is locked in.</summary>
    public required SandboxKind Sandbox { get; init; }

    /// <summary>Whether the memory of native code is limited too (prlimit).</summary>
    public required bool LimitsMemory { get; init; }

    /// <summary>The languages that Tesseract can read, as it names them; empty without Tesseract.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required bool ReadsHeif { get; init; }

    /// <summary>Programs that read QR codes, beside our own reader.</summary>
    public required IReadOnlyList<string> MarkReaders { get; init; }

    public static async Task<ExtractionTools> FindAsync(CancellationToken cancellation = default) => new()
    {
        Sandbox = Isolation.Sandbox.Here.Kind,
        LimitsMemory = Isolation.Sandbox.Here.HasLimits,
        Languages = [.. (await Tesseract.InstalledAsync(cancellation)).Where(language => language != "osd")],
        ReadsHeif = HeifConverter.IsThere,
        MarkReaders = [.. ((string[])["zbarimg", "ZXingReader"]).Where(MachineTool.IsThere)],
    };
}
