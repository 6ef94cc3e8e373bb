using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Storyprint.Web.Rendering;

/// <summary>Renders a component to the bytes of a page.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public Task<byte[]> RenderAsync<TPage>(IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent => AsAsync<TPage, byte[]>(parameters, text => text.ToPage());

    /// <summary>A fragment of a page as text, for feeds.</summary>
    public Task<string> TextAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent => AsAsync<TComponent, string>(parameters, text => text.ToString());

    private async Task<TForm> AsAsync<TComponent, TForm>(IReadOnlyDictionary<string, object?> parameters, Func<PooledTextWriter, TForm> form)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary()));
            using var text = new PooledTextWriter();
            root.WriteHtmlTo(text);
            return form(text);
        });
    }
}
