using System.CommandLine;
using Storyprint.Operations.Doctor;

namespace Storyprint.Commands;

/// <summary><c>storyprint doctor</c>: examines an installation and says what to do about each problem.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var host = SharedOptions.Host();
        var port = SharedOptions.Port();
        var full = new Option<bool>("--full") { Description = "Read everything: every row of the database, every entry of the log, every picture." };
        var online = new Option<bool>("--online") { Description = "Ask the public address as well." };
        var backup = new Option<string?>("--backup") { Description = "Where backups go, to learn how old the newest is." };
        var rebuild = new Option<bool>("--rebuild") { Description = "Make lists, names and full text again from the newest revisions, and say what was changed. Nothing that was sealed is touched." };
        var json = new Option<bool>("--json") { Description = "Write the findings as JSON." };
        var command = new Command("doctor", "Look at settings, machine, database, log, keys, pictures, witnesses; change nothing (but with --rebuild). Exit code 0: all well; 1: warnings; 2: problems.")
        {
            data, host, port, full, online, backup, rebuild, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var progress = BackupCommand.Progress();
            var options = new DoctorOptions(
                parsed.GetValue(data)!, parsed.GetValue(host)!, parsed.GetValue(port), parsed.GetValue(full), parsed.GetValue(online), parsed.GetValue(backup),
                parsed.GetValue(rebuild));
            var findings = await new ExamineInstallation(options, TimeProvider.System, progress).RunAsync(cancellation);
            progress.Finish();
            Console.Write(parsed.GetValue(json) ? DoctorFinding.ToJson(findings) + "\n" : Text(findings));
            return (int)findings.Max(finding => finding.Severity);
        });
        return command;
    }

    private static string Text(IReadOnlyList<DoctorFinding> findings) => string.Concat(findings.Select(finding =>
        $"{Word(finding.Severity),-8} {finding.Point,-16} {finding.Sentence}\n{(finding.Advice is { } advice ? $"{"",-25} → {advice}\n" : "")}"));

    private static string Word(DoctorSeverity severity) => severity switch
    {
        DoctorSeverity.Ok => "ok",
        DoctorSeverity.Warning => "warning",
        _ => "PROBLEM",
    };
}
