using Storyprint.Extraction;
using Storyprint.Extraction.Isolation;
using Storyprint.Operations.Doctor;

namespace Storyprint.Tests.Operations.Doctor;

public sealed class CopyToolsCheckTests
{
    private static readonly ExtractionTools All = new() { Sandbox = SandboxKind.Bubblewrap, LimitsMemory = true, Languages = ["eng", "fas"], ReadsHeif = true, MarkReaders = ["zbarimg"] };

    [Fact]
    public void What_is_missing_is_named_with_what_to_install_and_is_no_warning()
    {
        Assert.Equal("Photographs are read in eng, fas. Nothing is missing.", CopyToolsCheck.Say(All).Sentence);
        foreach (var (tools, package) in ((ExtractionTools, string)[])[(All with { Languages = [] }, "tesseract-ocr"), (All with { ReadsHeif = false }, "libheif-examples"),
            (All with { Sandbox = SandboxKind.NoNetwork }, "bubblewrap"), (All with { LimitsMemory = false }, "util-linux")])
        {
            var finding = CopyToolsCheck.Say(tools);
            Assert.Contains(package, finding.Sentence, StringComparison.Ordinal);
            Assert.Equal(DoctorSeverity.Ok, finding.Severity);
        }
    }
}
