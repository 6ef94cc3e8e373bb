"""Prints a page to PDF by WebKitGTK's own command, as its readers would, background graphics off: webkit-print.py ADDRESS FILE PAPER

PAPER is iso_a4 or na_letter, with the margins that GTK gives it. Wants an X server (xvfb-run). The page is printed when its fonts and the
pictures of its story are there; what takes longer than the limit fails.
"""
import pathlib
import sys

import gi
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

LIMIT_SECONDS = 120

READY = """
await document.fonts.ready;
const isMissing = image => !image.complete || image.naturalWidth === 0;
while ([...document.querySelectorAll("article .body img")].some(isMissing)) {
  await new Promise(again => setTimeout(again, 100));
}
"""

address, file, paper = sys.argv[1:]
failure = f"not printed in {LIMIT_SECONDS} seconds"


def end(message=None):
    global failure
    failure = message
    Gtk.main_quit()


def load_changed(view, event):
    if event == WebKit2.LoadEvent.FINISHED:
        view.call_async_javascript_function(READY, -1, None, None, None, None, ready)


def ready(view, result):
    try:
        view.call_async_javascript_function_finish(result)
    except GLib.Error as error:
        return end(error.message)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, pathlib.Path(file).resolve().as_uri())
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new(paper))
    view.printing = WebKit2.PrintOperation(web_view=view, print_settings=settings, page_setup=setup)
    view.printing.connect("failed", lambda _, error: end(error.message))
    view.printing.connect("finished", lambda _: end())
    view.printing.print_()


window = Gtk.OffscreenWindow()
window.set_default_size(1200, 900)
view = WebKit2.WebView(web_context=WebKit2.WebContext.new_ephemeral())
view.get_settings().set_print_backgrounds(False)
view.connect("load-changed", load_changed)
view.connect("load-failed", lambda _, event, uri, error: end(error.message))
view.connect("web-process-terminated", lambda _, reason: end(f"the page's process ended: {reason.value_nick}"))
window.add(view)
window.show_all()
view.load_uri(address)
GLib.timeout_add_seconds(LIMIT_SECONDS, Gtk.main_quit)
Gtk.main()
sys.exit(failure and f"{address}: {failure}")
