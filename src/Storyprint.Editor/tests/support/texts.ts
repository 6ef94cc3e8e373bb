import { readFileSync } from 'node:fs';
import { createText, type Text } from '../../src/writing/texts';

// The tests run from a folder of their own inside node_modules.
const assets = process.env.STORYPRINT_TEXTS!;

export const textsOf = (language: string): Record<string, string | Record<string, string>> => JSON.parse(readFileSync(`${assets}/${language}.json`, 'utf8')) as Record<string, string>;
export const text = (language = 'en'): Text => createText(textsOf(language), language);
