namespace Storyprint.EndToEnd.Machine;

/// <summary>The machine's own WebKitGTK, which prints by <c>tests/tools/webkit-print.py</c> on an X server without a screen.</summary>
internal static class WebKit
{
    // Debian's, for no other Python finds Debian's bindings.
    private const string Python = "/usr/bin/python3";

    /// <summary>Prints a page to a PDF as its readers would, background graphics off.</summary>
    /// <param name="paper">A4 or Letter, with the margins that GTK gives it.</param>
    public static async Task PrintAsync(Uri page, string file, string paper)
    {
        var isThere = Tool.Find("xvfb-run") is not null && Tool.Find("xauth") is not null && File.Exists(Python)
            && (await Tool.RunAsync(Python, "-c", "import gi; gi.require_version('WebKit2', '4.1')")).ExitCode == 0;
        Assert.SkipUnless(isThere, "There is no WebKit on this machine: apt-get install python3-gi gir1.2-webkit2-4.1 xvfb xauth");
        var script = Path.Combine(Tool.Repository, "tests/tools/webkit-print.py");
        var answer = await Tool.RunAsync("xvfb-run", "-a", Python, script, page.ToString(), file, paper == "A4" ? "iso_a4" : "na_letter");
        for (var again = 0; again < 3 && answer.Errors.Contains("cannot open display", StringComparison.Ordinal); again++)
        {
            // Two that look for a free display at the same moment may find the same.
            answer = await Tool.RunAsync("xvfb-run", "-a", Python, script, page.ToString(), file, paper == "A4" ? "iso_a4" : "na_letter");
        }

        Assert.True(answer.ExitCode == 0, answer.Output + answer.Errors);
    }
}
