import { defineConfig } from 'vitest/config'

const withoutDatabase = [
  'src/{kernel,jsx,paths,ui,browser}/**/*.test.{ts,tsx}',
  'src/platform/i18n/**/*.test.ts',
  'src/*/domain/**/*.test.ts',
  'src/*/messages/**/*.test.ts',
]
const database = 'test/world/postgres.setup.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    // What hangs ends some day; a busy machine must not make anything red.
    testTimeout: 120_000,
    // Half of the time goes to the database and to browsers, so two share two cores well.
    maxWorkers: 2,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: 'rules', include: withoutDatabase } },
      {
        extends: true,
        test: {
          name: 'use cases',
          include: ['src/**/*.test.{ts,tsx}', 'test/{world,threats}/**/*.test.ts'],
          exclude: withoutDatabase,
          globalSetup: database,
        },
      },
      { extends: true, test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,faults}/**/*.spec.ts'],
          globalSetup: database,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      // The long forms, each for itself: `npm run faults -- <name>`.
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/long/*.long.ts'],
          globalSetup: database,
          testTimeout: 3_600_000,
        },
      },
    ],
  },
})
