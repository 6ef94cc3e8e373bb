// What a run of the tests leaves to be known at its end: where its time went, and each failed test with what it said.
// node scripts/sum-tests.mjs FOLDER [slowest, 20]: reads the CTRF files (ctrf.io) in FOLDER.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [folder, slowest = '20'] = process.argv.slice(2)
const tests = readdirSync(folder)
  .filter(file => file.endsWith('.json') || file.endsWith('.ctrf'))
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), 'utf8')).results.tests)

console.log('\n== the slowest tests, in seconds')
for (const test of tests.toSorted((a, b) => b.duration - a.duration).slice(0, Number(slowest)))
  console.log(`${(test.duration / 1000).toFixed(1).padStart(7)}  ${test.name}`)

const failed = tests.filter(test => test.status === 'failed')
if (failed.length > 0) console.log('\n== failed')
for (const test of failed) console.log(`${test.name}\n  ${`${test.message ?? ''}\n${test.trace ?? ''}`.trim().split('\n').slice(0, 12).join('\n  ')}`)
