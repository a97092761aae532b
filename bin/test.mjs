import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { fail } from './launch.mjs'
import { build, install, run } from './prepare.mjs'

function countOf(file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    // A file that does not load holds no test that could fail.
    const broken = report.testResults.filter(
      ({ status, assertionResults: tests }) =>
        status === 'failed' && !tests.some((test) => test.status === 'failed'),
    ).length
    const failed = report.numFailedTests + broken
    return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Runs the tests of some projects of vitest.config.ts, and counts them. */
async function test(...projects) {
  const directory = mkdtempSync(join(tmpdir(), 'vestibule-report-'))
  const file = join(directory, 'report.json')
  const chosen = projects.map((name) => `--project=${name}`)
  const { code } = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--passWithNoTests',
    ...chosen,
  ])
  const count = countOf(file, code)
  rmSync(directory, { recursive: true, force: true })
  return count
}

async function buildCounted() {
  try {
    await build()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}

try {
  install()
  const counts = [await check(), await buildCounted()]
  counts.push(await test('rules', 'use cases', 'architecture'), await test('journeys'))
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
} catch (error) {
  fail(error)
}
