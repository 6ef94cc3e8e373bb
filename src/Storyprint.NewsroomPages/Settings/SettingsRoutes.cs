using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Newsroom.Settings;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>The settings of the publication: their pages, their history, and bringing a value back.</summary>
internal static class SettingsRoutes
{
    private const int Shown = 100;
    private const int Newest = 5;

    private static readonly Access Access = Access.Holding(Grant.Site);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access, "/settings", IndexAsync);
        routes.MapGet(Access, "/settings/history", HistoryAsync);
        routes.MapPost(Access, "/settings/history/{version}/revert", RevertAsync);
        routes.MapGet(Access, "/settings/preview/mark", MarkPreview.AnswerAsync);
        routes.MapGet(Access, "/settings/{sheet}/{language?}", ShowAsync);
        routes.MapPost(Access, "/settings/{sheet}/{language?}", SaveAsync);
    }

    private static async Task<IResult> IndexAsync(NewsroomRequest request) => await request.PageAsync<SettingsIndexPage>(
        (nameof(SettingsIndexPage.Newest), (IReadOnlyList<SettingVersion>)[.. (await VersionsAsync(request, null)).Take(Newest)]));

    private static async Task<IResult> HistoryAsync(NewsroomRequest request)
    {
        SettingKey? key = SettingKey.TryParse(request.Query("key"), out var named) ? named : null;
        return key is { } asked && IsClosed(request, asked) ? await request.MessageAsync(StatusCodes.Status403Forbidden, "refused.not-allowed")
            : await request.PageAsync<SettingsHistoryPage>((nameof(SettingsHistoryPage.Key), key), (nameof(SettingsHistoryPage.Versions), await VersionsAsync(request, key)));
    }

    // Without those that whoever asks may not know.
    private static async Task<IReadOnlyList<SettingVersion>> VersionsAsync(NewsroomRequest request, SettingKey? key) =>
        [.. (await Store(request).HistoryAsync(key, Shown, request.Cancellation)).Where(version => !IsClosed(request, version.Key))];

    private static bool IsClosed(NewsroomRequest request, SettingKey key) => request.Person.Role != Role.Administrator && SettingsSheet.IsSensitiveKey(key.ToString());

    private static async Task<IResult> RevertAsync(NewsroomRequest request)
    {
        _ = long.TryParse(request.Route("version"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version);
        var found = await Store(request).FindAsync(version, request.Cancellation);
        if (found is not null && SettingsSheet.IsSensitiveKey(found.Key.ToString()) && await GuardAsync(request, $"/settings/history?key={found.Key}") is { } closed)
        {
            return closed;
        }

        return found is null ? await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found")
            : await new ChangeSettings(Store(request)).RevertAsync(request.By, version, request.Cancellation) switch
            {
                SettingsOutcome.Done => request.GoTo($"/settings/history?key={found.Key}", "setting-reverted"),
                SettingsOutcome.Refused refused => await request.PageAsync<SettingsHistoryPage>(
                    StatusCodes.Status400BadRequest, (nameof(SettingsHistoryPage.Key), found.Key), (nameof(SettingsHistoryPage.Problems), refused.Problems),
                    (nameof(SettingsHistoryPage.Versions), await VersionsAsync(request, found.Key))),
                _ => await request.MessageAsync(StatusCodes.Status409Conflict, "settings.overtaken"),
            };
    }

    private static Task<IResult> ShowAsync(NewsroomRequest request) => WithSheetAsync(request, async sheet => await PageAsync(request, sheet, await FilledAsync(request, sheet)));

    private static Task<IResult> SaveAsync(NewsroomRequest request) => WithSheetAsync(request, sheet => SaveAsync(request, sheet));

    private static async Task<IResult> WithSheetAsync(NewsroomRequest request, Func<SettingsSheet, Task<IResult>> answer) =>
        Sheet(request) is not { } sheet ? await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found")
        : sheet.IsSensitive && await GuardAsync(request, PathOf(sheet, null)) is { } closed ? closed
        : await answer(sheet);

    // Whoever holds the grant for the site, and no more, must not become an administrator by it.
    private static async Task<IResult?> GuardAsync(NewsroomRequest request, string path) =>
        request.Person.Role != Role.Administrator ? await request.MessageAsync(StatusCodes.Status403Forbidden, "refused.not-allowed")
        : Confirmation.IsFresh(request.Context.User, request.Room.Now) ? null
        : request.GoTo(Confirmation.PathTo(path));

    private static async Task<IResult> SaveAsync(NewsroomRequest request, SettingsSheet sheet)
    {
        var seen = long.TryParse(request.Text("seen"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : 0;
        var filled = new FilledSheet(sheet, Language(request, sheet), seen, sheet.Fields.ToDictionary(field => field.Name, field => SettingsForm.Read(field, field.Name, request.Form, request.Form.Files)));
        if (ItemMove.TryParse(request.Text("do"), out var move))
        {
            return await PageAsync(request, sheet, filled.With(move));
        }

        return await new ChangeSettings(Store(request)).RunAsync(request.By, filled.Changes(request.Room.Publication), request.Cancellation) switch
        {
            SettingsOutcome.Done done => request.GoTo(PathOf(sheet, filled.Language), done.Changed.Count == 0 ? "setting-same" : "setting-saved"),
            SettingsOutcome.Refused refused => await PageAsync(request, sheet, filled, refused.Problems),
            SettingsOutcome.Overtaken overtaken => await PageAsync(request, sheet, filled with { Seen = overtaken.Newest.Id }, overtaken: overtaken.Newest),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Task<IResult> PageAsync(NewsroomRequest request, SettingsSheet sheet, FilledSheet filled, IReadOnlyList<SettingProblem>? problems = null, SettingVersion? overtaken = null) =>
        request.PageAsync<SettingsSheetPage>(
            problems is null && overtaken is null ? StatusCodes.Status200OK : overtaken is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
            (nameof(SettingsSheetPage.Sheet), sheet), (nameof(SettingsSheetPage.Filled), filled), (nameof(SettingsSheetPage.Problems), problems ?? []), (nameof(SettingsSheetPage.Overtaken), overtaken));

    private static async Task<FilledSheet> FilledAsync(NewsroomRequest request, SettingsSheet sheet)
    {
        var current = await Store(request).CurrentAsync(request.Cancellation);
        var language = Language(request, sheet);
        return new FilledSheet(sheet, language, current.Position, sheet.Fields.ToDictionary(field => field.Name, field => current.All.GetValueOrDefault(field.KeyOf(language))?.Value ?? "null"));
    }

    private static SettingsSheet? Sheet(NewsroomRequest request) => SettingsSheet.Find(request.Route("sheet")) is { } sheet
        && (!sheet.IsOfEdition ? request.Route("language").Length == 0 : request.Route("language").Length == 0 || request.Room.Publication.Edition(request.Route("language")) is not null) ? sheet : null;

    private static string? Language(NewsroomRequest request, SettingsSheet sheet) =>
        !sheet.IsOfEdition ? null : request.Route("language") is { Length: > 0 } named ? request.Room.Publication.Edition(named)!.Language : request.Room.Publication.MainEdition.Language;

    internal static string PathOf(SettingsSheet sheet, string? language) => language is null ? $"/settings/{sheet.Name}" : $"/settings/{sheet.Name}/{language}";

    private static SettingsStore Store(NewsroomRequest request) => request.Service<Stores>().Settings;
}
