// Runs the tests: esbuild takes the types away, node runs what is left. `node tests/run.mjs [words of a test file's path]`
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(here, { recursive: true }).filter(file => file.endsWith('.test.ts') && words.every(word => file.includes(word))).map(file => join(here, file));

// Inside node_modules, where what is bundled finds its packages.
const output = join(here, '..', 'node_modules', '.tests', String(process.pid));
const built = buildSync({
  entryPoints: files, outdir: output, outbase: here, bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external', outExtension: { '.js': '.mjs' },
  sourcemap: 'inline', logLevel: 'warning', metafile: true,
});
const tests = Object.entries(built.metafile.outputs).filter(([, file]) => file.entryPoint?.endsWith('.test.ts')).map(([name]) => name);
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...tests], { stdio: 'inherit', env: { ...process.env, STORYPRINT_TEXTS: join(here, '..', '..', 'Storyprint.NewsroomPages', 'Texts') } });
rmSync(output, { recursive: true, force: true });
process.exit(run.status ?? 1);
