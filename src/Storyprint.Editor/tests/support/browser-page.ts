import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Chromium } from './chromium';

const patience = 30_000;

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly hasTouch?: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A page of the development server in a real browser, with the events that mouse, finger and keyboard make there. */
export class BrowserPage {
  private constructor(private readonly browser: Chromium, private readonly session: string, private readonly server: { kill(): void }) {}

  static async open(story: string, language: string, screen: Screen): Promise<BrowserPage> {
    const server = spawn(process.execPath, [join(process.cwd(), 'tests', 'page', 'serve.mjs'), '0', language, language, story], { stdio: ['pipe', 'pipe', 'inherit'] });
    const address = await new Promise<string>((done, fail) => {
      server.stdout.setEncoding('utf8').once('data', (line: string) => done(line.trim()));
      server.once('exit', () => fail(new Error('The server of the page has ended.')));
    });
    const browser = new Chromium();
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const page = new BrowserPage(browser, sessionId, server);
    await page.send('Emulation.setDeviceMetricsOverride', { width: screen.width, height: screen.height, deviceScaleFactor: 1, mobile: screen.hasTouch === true });
    if (screen.hasTouch) await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.send('Page.navigate', { url: address });
    await page.until('document.querySelector(".ProseMirror.draft")');
    return page;
  }

  async close(): Promise<void> {
    this.server.kill();
    await this.browser.stop();
  }

  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send<{ result: { value: T }; exceptionDetails?: { exception?: { description?: string } } }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  }

  /** Waits until something holds on the page. What never holds is a fault, and not a test that never ends. */
  async until(condition: string): Promise<void> {
    await this.value(`new Promise((done, fail) => {
      const end = Date.now() + ${patience};
      const look = () => { try { if (${condition}) return done(true); } catch {} if (Date.now() > end) fail(new Error('It never held: ' + ${JSON.stringify(condition)})); else setTimeout(look, 20); };
      look();
    })`);
  }

  /** The middle of an element, or a place in it by its share of the height. */
  async place(selector: string, share = 0.5): Promise<Place> {
    return this.value(`(() => { const { left, top, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: left + Math.min(width / 2, 200), y: top + height * ${share} }; })()`);
  }

  async click(selector: string): Promise<void> {
    await this.value(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'nearest', inline: 'center' })`);
    const at = await this.place(selector);
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) await this.mouse(type, at);
  }

  /** Presses, moves in some steps, and lets go; `held` is done while it is held at the end. */
  async drag(from: Place, to: Place, held: () => Promise<void> = async () => {}): Promise<void> {
    await this.mouse('mouseMoved', from);
    await this.mouse('mousePressed', from);
    for (const at of steps(from, to)) await this.mouse('mouseMoved', at, 1);
    await held();
    await this.mouse('mouseReleased', to);
  }

  async dragByFinger(from: Place, to: Place): Promise<void> {
    const touch = (type: string, touchPoints: Place[]): Promise<unknown> => this.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [from]);
    for (const at of steps(from, to)) await touch('touchMove', [at]);
    await touch('touchEnd', []);
  }

  async press(key: string, keyCode: number, text?: string): Promise<void> {
    for (const type of ['keyDown', 'keyUp']) await this.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: keyCode, ...(type === 'keyDown' && text ? { text } : {}) });
  }

  async type(words: string): Promise<void> {
    await this.send('Input.insertText', { text: words });
  }

  private mouse(type: string, { x, y }: Place, buttons = type === 'mousePressed' ? 1 : 0): Promise<unknown> {
    return this.send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left', buttons, clickCount: type === 'mouseMoved' ? 0 : 1 });
  }

  private send<T = Record<string, unknown>>(method: string, params: object = {}): Promise<T> {
    return this.browser.send<T>(method, params, this.session);
  }
}

const steps = (from: Place, to: Place): Place[] => Array.from({ length: 8 }, (_, index) => ({ x: from.x + ((to.x - from.x) * (index + 1)) / 8, y: from.y + ((to.y - from.y) * (index + 1)) / 8 }));
