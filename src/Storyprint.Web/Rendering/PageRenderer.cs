using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Storyprint.Web.Rendering;

/// <summary>Renders a component to the bytes of a page.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<byte[]> RenderAsync<TPage>(IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent =>
        // The framework closes void elements in XML's way, which HTML checkers mind; text cannot hold this, for it encodes its brackets.
        Encoding.UTF8.GetBytes((await TextAsync<TPage>(parameters)).Replace(" />", ">", StringComparison.Ordinal));

    /// <summary>A fragment of a page as text, for feeds.</summary>
    public async Task<string> TextAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary()));
            return root.ToHtmlString();
        });
    }
}
