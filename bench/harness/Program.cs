using System.Globalization;
using Storyprint.Bench;

switch (args)
{
    case ["import", var stories, var rounds]:
        await ImportBench.RunAsync(int.Parse(stories, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["release", var releases, var rounds]:
        await ReleaseBench.RunAsync(int.Parse(releases, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["archive", var path, var stories]:
        new Archive(1).WriteWxr(path, int.Parse(stories, CultureInfo.InvariantCulture));
        return 0;
    case ["archive-site", var stories, var rounds]:
        await ArchiveBench.RunAsync(int.Parse(stories, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["archive-kinds", var data]:
        await ArchiveBench.KindsAsync(data);
        return 0;
    case ["start", var program, var data, var rounds]:
        await StartBench.RunAsync(program, data, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["serve", var program, var data, var rounds, var seconds]:
        await ServeBench.RunAsync(program, data, int.Parse(rounds, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["fresh", var data, var releases]:
        await FreshBench.RunAsync(data, int.Parse(releases, CultureInfo.InvariantCulture));
        return 0;
    case ["scale-fill", var data, var stories]:
        await ScaleFill.RunAsync(data, int.Parse(stories, CultureInfo.InvariantCulture));
        return 0;
    case ["scale", var program, var data, var figures]:
        await ScaleBench.RunAsync(program, data, figures);
        return 0;
    case ["crowd", var program, var data, var seconds]:
        await CrowdBench.RunAsync(program, data, int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["nodes", var program, var data, var releases]:
        await NodesBench.RunAsync(program, data, int.Parse(releases, CultureInfo.InvariantCulture));
        return 0;
    case ["newsroom-fill", var data, var drafts, var people]:
        await NewsroomFill.RunAsync(data, int.Parse(drafts, CultureInfo.InvariantCulture), int.Parse(people, CultureInfo.InvariantCulture));
        return 0;
    case ["newsroom", var program, var data]:
        await NewsroomBench.RunAsync(program, data);
        return 0;
    case ["scale-picture", var figures, var picture]:
        ScalePicture.Write(figures, picture);
        return 0;
    case ["verify", var program, var entries, var rounds]:
        await VerifyBench.RunAsync(program, int.Parse(entries, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["search", var setting, var rounds, .. var words]:
        await SearchBench.RunAsync(setting, words, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["check", var stories, var questions, .. var setting]:
        await CheckBench.RunAsync(int.Parse(stories, CultureInfo.InvariantCulture), int.Parse(questions, CultureInfo.InvariantCulture), setting is [var server] ? server : null);
        return 0;
    case ["draft", var rounds]:
        DraftBench.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
        await JournalBench.RunAsync(TimeSpan.FromSeconds(20));
        return 0;
    case ["write-figures", var figures, var document]:
        FigureTables.Write(figures, document);
        return 0;
    case ["bare", var port]:
        await BareSite.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["bare", var port, var pages, var headers]:
        await BareSite.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture), pages, headers);
        return 0;
    default:
        Console.Error.WriteLine("storyprint-bench import STORIES ROUNDS | release RELEASES ROUNDS | archive FILE STORIES | archive-site STORIES ROUNDS | archive-kinds DATA | start PROGRAM DATA ROUNDS | serve PROGRAM DATA ROUNDS SECONDS | fresh DATA RELEASES | scale-fill DATA STORIES | scale PROGRAM DATA FIGURES | crowd PROGRAM DATA SECONDS | newsroom-fill DATA DRAFTS PEOPLE | newsroom PROGRAM DATA | scale-picture FIGURES SVG | write-figures FIGURES DOCUMENT | nodes PROGRAM DATA RELEASES | verify PROGRAM ENTRIES ROUNDS | search DATABASE ROUNDS WORD... | check STORIES QUESTIONS [DATABASE] | draft ROUNDS");
        return 1;
}
